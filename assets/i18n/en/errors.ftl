### Why something is not done, and what to do about it: whole sentences.

## What a sentence is about

# A list in a sentence: what comes before the last one, and the last one.
list-and = {$before} and {$last}
subject-booth = Booth {$number}
subject-some-booth = A booth
subject-some-hall = The hall
subject-some-layer = The layer
subject-some-thing = Something drawn
subject-some-category = The category
subject-some-exhibitor = The exhibitor
subject-some-picture = A hall picture
subject-booking-of-booths = {$count ->
    [one] The booking of booth {$numbers}
   *[other] The booking of booths {$numbers}
}
subject-booking-of-exhibitors = The booking of {$names}
subject-some-booking = A booking

## Why an edit is refused

refusal-gone = What you wanted to change is no longer there. Select it again.
refusal-booth-blocked = Booth {$number} is blocked: it is not for sale. Unblock it first, or choose another booth.
refusal-booth-taken = {$count ->
    [one] Booth {$number} is taken by {$names}. Share it, swap the two, or replace {$names}.
   *[other] Booth {$number} is taken by {$names}. Share it, swap the two, or replace them.
}
refusal-booth-held = Booth {$number} is held. Make it available first, or swap the two.
refusal-already-there = {$exhibitor} is on booth {$number} already. Choose another booth.
refusal-nobody-there = Nobody is on booth {$number}. Place an exhibitor there first.
refusal-nothing-to-swap = {$exhibitor} has no booth to give, so there is nothing to swap. Share the booth instead, or replace who is there.
refusal-block-booked = Booth {$number} cannot be blocked: it is taken by {$names}. Free it first, or move its booking to another booth.
refusal-block-held = Booth {$number} cannot be blocked while it is held. Make it available first.
refusal-not-cut = Booth {$number} cannot be split like this: a part would be too small, or in several pieces. Split it another way.
refusal-apart = These booths do not touch along an edge, so they do not make one booth. Move them together first.
refusal-hole = These booths enclose floor that belongs to none of them, so they do not make one booth. Merge fewer of them.
refusal-merge-blocked = Booth {$blocked} is blocked and booth {$booked} is not available, so they do not make one booth. Unblock the one, or free the other first.
refusal-last-main = Booth {$number} needs a main exhibitor, not co-exhibitors alone. Make another of them the main exhibitor first.
refusal-booth-locked = Booth {$number} is locked. Unlock it first, or the layer that it is on.
refusal-locked = {$count ->
    [one] A locked object would change. Unlock it first, or the layer that it is on.
   *[other] {$count} locked objects would change. Unlock them first, or the layers that they are on.
}
refusal-no-such-booth = There is no booth {$number}. Check the number, or draw the booth first.

## Rules of the plan that an edit or a file breaks

rule-number-taken = There is a booth {$number} already. Numbers are unique in the show: choose another.
rule-number-taken-in = There is a booth {$number} already, in “{$hall}”. Numbers are unique in the show: choose another.
rule-exhibitor-name-taken = There is an exhibitor {$name} of the same country already. Choose another name or country.
rule-exhibitor-without-name = An exhibitor needs a name.
rule-hall-name-taken = There is a hall “{$name}” already. Choose another name.
rule-hall-without-name = A hall needs a name.
rule-category-name-taken = There is a category “{$name}” already. Choose another name.
rule-category-without-name = A category needs a name.
rule-booth-outline = {$booth} would be too small or too large: its sides must be between {$least} and {$most}.
rule-hall-outline = {$hall} would be too small or too large: its sides must be between {$least} and {$most}.
rule-structure-shape = What is drawn must have a size between {$least} and {$most}, and a text or a zone must say something.
rule-map-placement = {$picture} must be between {$least} and {$most} wide.
rule-booth-without-hall = {$booth} stands in a hall that is not there.
rule-structure-without-hall = A wall, column, door or text stands in a hall that is not there.
rule-map-without-hall = {$picture} lies under a hall that is not there.
rule-booth-without-category = {$booth} has a category that is not there.
rule-zone-without-category = A zone gives its booths a category that is not there.
rule-without-layer = {$thing} is on a layer that is not there.
rule-booth-without-block = {$booth} belongs to a block that is not there, or that stands in another hall.
rule-block-without-hall = A block stands in a hall that is not there.
rule-block-pattern = A block must have between 1 and {$rows} rows and columns, and its sizes must be between {$least} and {$most}.
rule-layer-without-name = A layer needs a name.
rule-layer-name-taken = There is a layer “{$name}” already. Choose another name.
rule-layer-in-use = {$layer} cannot be deleted while something is on it. Move that to another layer first.
rule-block-in-use = A block cannot be deleted while booths belong to it.
rule-exhibitor-categories = {$exhibitor} has a category that is not there, or one twice.
rule-booking-exhibitors = {$booking} has an exhibitor that is not there, or one twice.
rule-booking-booths = {$booking} has a booth that is not there, or one twice.
rule-booking-without-main = {$booking} needs a main exhibitor, because it is more than held.
rule-booked-twice = {$booth} can have only one booking. Share the booth, or free it first.
rule-blocked-and-booked = {$booth} cannot be blocked and booked at once. Unblock it, or free it first.
rule-hall-in-use = {$hall} cannot be deleted while something stands in it. Delete that first.
rule-category-in-use = {$category} cannot be deleted while a booth or an exhibitor has it. Give them another category first.
rule-exhibitor-in-use = {$exhibitor} cannot be deleted while it has a booking. Take it off its booth first.
rule-booth-in-use = {$booth} cannot be deleted while it has a booking. Free it first.

## Why a show's file is not opened: first what, then the way out

file-error-empty = {$file} is empty, so there is no show in it. Open another copy of it.
file-error-not-a-plan = {$file} is not a Hallplan show. Lists of exhibitors are imported from the menu Exhibitors, hall pictures from the menu Insert.
file-error-not-text = {$file} is damaged: line {NUMBER($line)} holds bytes that are no text. Open an older copy of it.
file-error-newer = {$file} was saved by a newer Hallplan (version {NUMBER($found)} of the file; this program reads up to version {NUMBER($newest)}). It was not changed. Install the newer program to open it.
file-error-syntax = {$file}, line {NUMBER($line)}, column {NUMBER($column)}: {$mistake}. Correct this line in a text editor, or open an older copy: {$excerpt}
file-error-id-twice = {$file}, line {NUMBER($line)}: the id {$id} is there twice. Give the second record another one, or open an older copy.
file-error-picture-missing = {$file}, line {NUMBER($line)}: the picture {$picture} is not in the file. Open an older copy, or delete this line.
file-error-logo-missing = {$file}, line {NUMBER($line)}: the logo of {$exhibitor} is not in the file. Open an older copy, or delete this line.
file-error-logo-of-nobody = {$file}, line {NUMBER($line)}: this logo belongs to no exhibitor of the file. Delete this line, or open an older copy.
file-error-picture-damaged = {$file}, line {NUMBER($line)}: the picture is damaged. Open an older copy.
file-error-rule = {$file}, line {NUMBER($line)}: {$rule} Correct this line in a text editor, or open an older copy.

## What is wrong in a line, in the middle of file-error-syntax

mistake-end = the file ends too soon, a part of it is missing
mistake-line-end = a part of this line is missing
mistake-expected = “{$sign}” should stand here
mistake-expected-text = text in quotation marks should stand here
mistake-trailing = something follows after the end of the show
mistake-escape = a backslash is followed by a sign that means nothing
mistake-too-deep = too many brackets within brackets
mistake-unknown-field = no field is called “{$word}” here
mistake-unknown-word = “{$word}” means nothing here
mistake-missing-field = the field “{$word}” is missing
mistake-field-twice = the field “{$word}” is there twice
mistake-id = this is no id
mistake-length = this is no length in metres with at most four decimals
mistake-angle = this is no angle in degrees with at most three decimals
mistake-number = this is no booth number
mistake-date = this is no date such as 2026-11-23
mistake-base64 = this is no picture in base64
mistake-value = this value does not belong here

## A damaged file, of which a copy is opened: what was wrong on a line, and what became of it

damaged-title = {$file} is damaged
damaged-hint = {$count ->
    [one] What can be read of it is open as a copy that is not saved yet; {$file} itself was not changed. One thing was wrong:
   *[other] What can be read of it is open as a copy that is not saved yet; {$file} itself was not changed. {$count} things were wrong:
}
damaged-more = {$count ->
    [one] and one more, in the copied list
   *[other] and {$count} more, in the copied list
}
damaged-save = Save the copy…
damaged-is-kept = {$file} is the damaged file, which is kept as it is. Save the copy under another name.
damaged-copy-list = Copy the list
finding-line = Line {NUMBER($line)}: {$why} {$remedy}
fault-not-a-plan = This is not the first line of a show.
fault-not-text = It holds bytes that are no text.
fault-syntax = {$mistake}.
fault-id-twice = The id {$id} is there twice.
fault-picture-missing = The picture {$picture} is not in the file.
fault-logo-missing = The logo of {$exhibitor} is not in the file.
fault-logo-of-nobody = This logo belongs to no exhibitor of the file.
fault-picture-damaged = The picture is damaged.
remedy-left-out = Left out.
remedy-once = Kept once.
remedy-new-id = Kept under another id.
remedy-named = It is called “{$name}” now.
remedy-numbered = It has the number {$number} now.
remedy-without = Kept without it.
remedy-made = Made anew as “{$name}”.
remedy-outline-made = Its outline is drawn around what stands in it now.
remedy-first-is-main = Its first exhibitor is the main one now.
remedy-held = It is held for nobody now.
remedy-unblocked = It is not blocked any more.

## Why a picture or a list from elsewhere is not read

# Stands for the name of a file that has none, such as a picture inside a show.
read-error-this-file = this file
read-error-not-a-picture = {$file} is neither a picture nor a drawing: it looks like {$kind}. Save the hall's plan as PDF, DWG, DXF, SVG, PNG or JPEG and choose that file.
read-error-not-a-sheet = {$file} is not a list: it looks like {$kind}. Save the list as XLSX, ODS or CSV and choose that file.
read-error-unsupported = {$file} looks like {$kind}, which this version does not read yet. Save it as PNG or JPEG and choose that file.
read-error-picture-too-large = {$file} has {NUMBER($width)} × {NUMBER($height)} pixels, too many to read. Make it smaller in a picture program; {NUMBER($enough)} on each side are plenty.
read-error-file-too-large = {$file} has {$size}; at most {$most} are read. Make it smaller first.
read-error-truncated = {$file} ends in the middle: it was not copied whole. Ask for it again.
read-error-damaged = {$file} is damaged and cannot be read ({$detail}). Ask for it again, or save it anew in the program that made it.
read-error-password = {$file} is protected by a password. Open it in your spreadsheet program, remove the password, save it, and import it again.
read-error-empty = There is nothing in {$file}. Choose another file.
read-error-too-many-cells = {$file} has more than {NUMBER($most)} cells. Keep only the sheet with the list, and import it again.
read-error-too-many-elements = {$file} draws more than {NUMBER($most)} things. Ask the venue for a plan of the halls alone, or delete in a CAD program what is not needed.
read-error-cell-too-long = {$file}, line {NUMBER($line)}, column {NUMBER($column)}: this cell is too long for a list. Shorten it, and import the list again.
read-error-cell-too-long-in-sheet = {$file}, sheet {$sheet}, line {NUMBER($line)}, column {NUMBER($column)}: this cell is too long for a list. Shorten it, and import the list again.
read-error-too-slow = Reading {$file} took more than {NUMBER($seconds)} seconds and was stopped. Make it smaller, or save it anew in the program that made it.
read-error-too-much-memory = Reading {$file} took too much memory and was stopped. Make it smaller, or save it anew in the program that made it.
read-error-worker-died = {$file} cannot be read: reading it failed ({$detail}). Save it anew in the program that made it.
read-error-cancelled = Reading {$file} was cancelled. Nothing is changed.
read-error-no-worker = {$file} cannot be read: the program could not start its helper ({$detail}). Start Hallplan again.

## What a file looks like, in the middle of a sentence

kind-picture = a picture ({$format})
kind-drawing = a drawing ({$format})
kind-pdf = a PDF document
kind-workbook = a spreadsheet ({$format})
kind-protected-office = an Office file with a password
kind-other-office = an Office file that is no spreadsheet
kind-zip = a ZIP archive
kind-markup = a web page or XML
kind-data = data ({$format})
kind-text = plain text
kind-unknown = a file of an unknown kind
