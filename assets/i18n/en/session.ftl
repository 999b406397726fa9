### What the program says of itself while it runs: notices, work going on, questions.

needs-hall = Add a hall first: Insert, Add hall…

## Work going on

job-stand-list = Laying out the stand list…
job-printers = Looking for printers…

## What came of it

cannot-open = {$file} could not be opened
cannot-save = {$file} could not be saved
cannot-print = The list could not be printed
# Characters that no font of this computer has.
saved-without-letters = {$file} is saved, but this computer has no letters for: {$letters}. Install a font that has them, and save it again.
no-printer = No printer was found. The list is opened as a PDF file: print it from there.
numbers-given = {$count ->
    [one] One number was taken and is new: {$list}
   *[other] {$count} numbers were taken and are new: {$list}
}
booths-renumbered = {$count ->
    [one] One booth renumbered
   *[other] {$count} booths renumbered
}
save-the-list = Save the list…
renumbered-file-name = renumbered booths
stand-list-file-name = stand list

## Pictures under a hall

calibrate-next = The map lies under the hall. Now give it its true size: enter its width or its scale, or draw a line of known length.
nothing-to-paste = There is nothing to paste
no-picture-on-clipboard = Copy booths here, or a picture in another program.
pasted-map-name = pasted picture
revision-is-the-same = {$file} is the file that is there already.
true-scale = True scale from the file ({$unit}).
unit-millimetres = millimetres
unit-centimetres = centimetres
unit-decimetres = decimetres
unit-metres = metres
unit-inches = inches
unit-feet = feet
unit-yards = yards
unit-other = a unit of its own

## A field that cannot be read

wrong-length = “{$field}” wants a length, such as 3, 2.5 m or 8′ 6″
wrong-date = “{$field}” wants a date, such as 2026-03-14
wrong-angle = “{$field}” wants degrees, such as 90
wrong-count = “{$field}” wants a whole number from 1 to 500
wrong-scale = “{$field}” wants a whole number, such as 200
wrong-number = “{$field}” wants a booth number of at most 32 characters
wrong-empty = “{$field}” is empty

## Titles of forms

form-insert-l = New L-shaped booth
form-insert-u = New U-shaped booth
form-insert-round = New round booth
form-split = {$count ->
    [one] Split booth
   *[other] Split {$count} booths
}
form-merge = {$count ->
    [one] Merge booth
   *[other] Merge {$count} booths
}
wrong-parts = A booth is split into 2 to {$most} parts.
wrong-notch = The cut-out must be smaller than the booth.
split-side-by-side = Side by side
split-one-behind-the-other = One behind the other
merge-keep-lowest = The lowest
merge-keep-highest = The highest
merge-keep-first = That of the booth selected first
# What became of booths that were split or merged.
split-done = {$count ->
    [one] Booth {$numbers} is now {$parts}.
   *[other] Booths {$numbers} are now {$parts}.
}
split-done-booked = Booths {$numbers} are now {$parts}. All parts stay with those who had the booth.
split-done-with = {$count ->
    [one] Booth {$numbers} is now {$parts}. {$names} has all parts.
   *[other] Booth {$numbers} is now {$parts}. {$names} have all parts.
}
merge-done = Booths {$numbers} are now booth {$number}.
merge-done-with = {$count ->
    [one] Booths {$numbers} are now booth {$number}. {$names} has it: {$status}.
   *[other] Booths {$numbers} are now booth {$number}. {$names} share it: {$status}.
}
merge-raised = {$count ->
    [one] {$names} goes from {$before} to {$after}.
   *[other] {$names} go from {$before} to {$after}.
}
merge-will = Booths {$numbers} become booth {$number}.
merge-will-with = {$count ->
    [one] Booths {$numbers} become booth {$number}. {$names} will have it: {$status}.
   *[other] Booths {$numbers} become booth {$number}. {$names} will share it: {$status}.
}
form-insert-booth = New booth
form-insert-block = New block of booths
form-insert-wall = New wall
form-insert-column = New column
form-insert-door = New door
form-insert-text = New text
form-edit-structure = Change the figures
form-add-hall = New hall
form-edit-hall = Hall
form-edit-show = Show
form-grid-step = Grid step
form-rotate-about = Rotate about a point
form-arrange-to-aisle = Arrange to an aisle width
form-add-exhibitor = New exhibitor
form-edit-exhibitor = Exhibitor
form-renumber = Number of the booth
form-move-exhibitor = Move to booth

## Files that could not be made

cannot-show-picture = The hall picture cannot be shown
cannot-draw-picture = The hall picture of “{$hall}” cannot be drawn
cannot-draw-logo = The logo of “{$exhibitor}” cannot be drawn
export-failed = The file could not be made: {$detail}
export-which-hall = A drawing of this kind holds one hall. Choose one of: {$halls}
export-ending = The name of the file must end in .pdf, .svg, .png or .dxf

block-too-large = A block has at most {NUMBER($most)} booths. Make several.

## Layers and whole halls

form-move-to-layer = Move to layer
form-move-to-hall = Move to hall
field-layer = Layer
layer-base = Base layer
layer-numbered = Layer {$number}
layer-closed = Nothing can be drawn on “{$layer}”: it is hidden or locked.
hall-duplicated = {$count ->
    [one] “{$hall}” has one booth: {$list}. Bookings were not copied.
   *[other] “{$hall}” has {$count} booths: {$list}. Bookings were not copied.
}
pictures-not-mirrored = Pictures have moved with the hall, but are not mirrored themselves.
blocks-broken-up = {$count ->
    [one] One block could not be mirrored as a block: its booths stand alone now.
   *[other] {$count} blocks could not be mirrored as blocks: their booths stand alone now.
}
moved-to-hall = {$things} moved to “{$hall}”, exhibitors and bookings included.

## Templates

form-new-show = New show
field-template = Start from
template-empty = Empty hall
template-one-block = One block: a double row of 20 booths
template-classic = Classic hall: 100 booths, walls, exits
template-too-large = It needs a floor of {$width} x {$depth} at least.

## Blocks

form-insert-row = New row of booths
form-insert-double-row = New double row of booths
form-insert-along-line = New block along a line
form-insert-on-arc = New block on an arc
form-insert-fill = Fill the selected zone or the hall
block-no-room = No booth of this size has room there.
disabled-no-block-selected = Select a booth of a block first.
block-rows-single = Single, an aisle after each
block-rows-back-to-back = Pairs, back to back
block-kept-booths = {$count ->
    [one] {$list} stays where it is, outside the block: it is booked, blocked, locked or has a note.
   *[other] {$count} booths stay where they are, outside the block, as they are booked, blocked, locked or have a note: {$list}
}
