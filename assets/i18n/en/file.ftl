### Files: opening, saving, pictures; and work that takes a while.

## Work that shows its progress

job-opening = Opening {$file}…
job-saving = Saving {$file}…
job-reading-picture = Reading the map…
job-reading-logos = Reading logos…
job-printing = Sending to the printer…

## After it is done

saved-as = Saved as {$file}
exported-as = Written to {$file}

## The state of the file, beside its name

file-saved = saved
file-unsaved = not saved
file-untitled = Untitled

## Unsaved changes

unsaved-title = Save the changes to {$file}?
unsaved-hint = Without saving, the changes since the last time are lost.
unsaved-save = Save
unsaved-discard = Don't save

## Changed by somebody else

changed-outside-title = {$file} was changed by somebody else
changed-outside-hint = It was saved elsewhere since you opened it. Save yours under another name, or open the other one.
changed-outside-overwrite = Replace it with mine

## Kinds of file in the file dialogs

file-kind-plan = Hallplan shows
file-kind-picture = Pictures and drawings
file-kind-list = Lists of exhibitors

## What was not saved when the program ended

job-looking-for-unsaved = looking for unsaved changes
recording-failed = What is not saved can no longer be kept for the case of a crash: the disk refuses. Free some room on it, and save often.
edit-recovered = Recovered changes
recovered = Everything up to the last change is back in {$file}. Save it to keep it.
recover-title = There are unsaved changes of {$show}
recover-hint = They were made on {$when} and not saved, because the program ended unexpectedly.
recover-steps = {$count ->
    [one] The last change:
   *[other] {$count} changes, the last ones:
}
recover-main = Recover them
recover-discard = Discard them
recover-later = Decide later

## Mistakes of the program

failed-title = That could not be done
failed-hint = The program made a mistake. The plan is as it was before; save it, and try again.
