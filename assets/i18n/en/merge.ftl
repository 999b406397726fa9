## Where two copies of a file clash. "We" are those who have it open here, "they" the others.

clash-show = The show
clash-block = A block of booths
clash-field-ours = {$what}: we both changed {$field}. Ours is kept.
clash-field-theirs = {$what}: we both changed {$field}. Theirs is kept.
clash-removed-by-us = {$what}: we removed it, they changed or use it. It stays.
clash-removed-by-them = {$what}: they removed it, we changed or use it. It stays.
clash-gone-by-us = {$what}: we removed it, they changed it. It is gone.
clash-gone-by-them = {$what}: they removed it, we changed it. It is gone.
clash-number = {$what}: its number {$wanted} is now another booth’s.
clash-name = {$what}: its name {$wanted} is now another’s.
clash-booked-ours = {$what} was given to two. Ours keep it, {$loses} wait for another booth.
clash-booked-theirs = {$what} was given to two. Theirs keep it, {$loses} wait for another booth.
clash-blocked-by-us = {$what}: we blocked it, they booked it. It is booked.
clash-blocked-by-them = {$what}: they blocked it, we booked it. It is booked.

clashing-name = the name
clashing-edition = the edition
clashing-note = the note
clashing-outline = the outline
clashing-place = the place
clashing-number = the number
clashing-category = the category
clashing-categories = the categories
clashing-blocked = whether it is blocked
clashing-layer = the layer, the group or the lock
clashing-open-sides = the open sides
clashing-columns = how columns are counted
clashing-colour = the colour
clashing-visibility = whether it is shown
clashing-lock = the lock
clashing-shape = the shape
clashing-picture = the picture
clashing-look = how it is shown
clashing-country = the country
clashing-contact = the contact
clashing-stage = the stage of the booking
clashing-exhibitors = who takes part
clashing-booths = the booths

## Files that others change while they are open

merged-in = {$count ->
    [one] One change of somebody else came into {$file}.
   *[other] {$count} changes of somebody else came into {$file}.
}
# Who has the same file open, where and since when.
held-by = {$user} has {$file} open on {$machine} since {$since}. You can both work: what is saved is merged.
held-by-somebody = Somebody
held-by-yourself = You have {$file} open in another window since {$since}. What is saved there is merged.
merged-with-clashes-title = {$file} was changed by somebody else too
merged-with-clashes-hint = What they did can come into your plan; undo takes it back again. In these places you clash:
merge-take = Merge
merge-later = Not now
merge-ours = Ours
merge-theirs = Theirs
merge-ours-value = Ours: {$value}
merge-theirs-value = Theirs: {$value}
clash-place = {$size} at {$x}, {$y}
job-reading-theirs = reading {$file} again

## On the command line

cli-about-repair = Makes a copy of a damaged show with all that can be read
cli-repair-out = Where the copy is saved: .hallplan, and not FILE itself
cli-whole = Nothing is wrong with {$file}. {$out} is a copy of it.
cli-repaired = {$count ->
    [one] {$out} has what can be read of {$file}. One thing was wrong:
   *[other] {$out} has what can be read of {$file}. {$count} things were wrong:
}
cli-repair-onto-itself = The copy cannot take the place of {$file}: choose another name for it.
cli-repair-hint = What can be read of it: hallplan repair {$file} -o COPY.hallplan
cli-about-merge = Makes one file of two that were made from the same one
cli-merge-base = the file that both were made from
cli-merge-ours = one of the two
cli-merge-theirs = the other one
cli-merge-out = the file to write
cli-merged = {$count ->
    [0] Merged without a clash.
    [one] Merged. There is one clash:
   *[other] Merged. There are {$count} clashes:
}
cli-not-one-base = These files were not made from that one: {$words}
cli-about-diff = Tells what is different in another copy of a file
cli-diff-before = the file as it was
cli-diff-after = the file as it is
cli-diff-json = for other programs, as JSON
cli-diff-out = draw it on pages: a PDF with each hall concerned and all changes in words
diff-none = Nothing is different.
diff-new = new: {$what}
diff-gone = gone: {$what}
diff-moved = moved: {$what}, by {$distance}
diff-elsewhere = moved to {$hall}: {$what}
diff-reshaped = other outline: {$what}
diff-renumbered = renumbered: {$before} is now {$after}
diff-status = {$what}: {$before} is now {$after}
diff-changed = changed: {$what}
diff-things = {$count ->
    [one] One other thing on the halls is different.
   *[other] {$count} other things on the halls are different.
}

## Versions of a file that are kept

versions-title = Versions of {$file}
versions-open = Open as a copy
versions-none = No versions yet
versions-none-hint = Each time you save, a version is kept here: the last ten, and one a day for a month. You can look at what changed since and open any of them as a copy.
versions-as-it-was = As it was
versions-changes = What changed since
versions-same = As it is now.
versions-count = {$what}: {$count}
versions-more = {$count ->
    [one] and one change more
   *[other] and {$count} changes more
}
versions-missing = Files that are not known any more, so that it opens without them: {$names}
versions-unreadable = This version cannot be read. {$why}
versions-no-picture = This hall cannot be drawn.
# The name of a copy's file.
version-copy = {$show} – version of {$when}
version-opened = A copy of the version of {$when} is open. It has no file yet; your plan is as it was.
version-opened-without = A copy of the version of {$when} is open, without files that are not known any more: {$missing}.
job-versions = reading versions
