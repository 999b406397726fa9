### What only the window says: keys, hints, its panels and dialogs.

## Keys, as they are printed in menus

key-control = Ctrl
key-alt = Alt
key-shift = Shift
key-delete = Delete
key-insert = Insert
key-enter = Enter
key-escape = Escape
key-home = Home
key-page-up = Page Up
key-page-down = Page Down
keys-on-the-hall = On the hall

## What the tool in hand tells

hint-select = Click to select, drag to move, drag on the floor to select several.
hint-moving = Release to put it here. Shift keeps the direction, Ctrl or Alt suspends snapping.
hint-resizing = Release to keep this size. Shift keeps the proportion.
hint-rotating = Turns in steps of 15 degrees; Ctrl or Alt turns freely.
hint-marquee = Everything that the box touches is selected; Shift adds to what is.
hint-booth = Click to put a booth of the usual size, drag to draw one.
hint-drawing-booth = Release to make the booth. Shift makes it square.
hint-polygon = Click to put the first corner of a booth of any shape.
hint-drawing-polygon = Click to put the next corner. Shift keeps to right angles, Backspace takes the last corner back.
hint-closing-polygon = Click on the first corner to close the shape, or press Enter. Shift keeps to right angles, Backspace takes the last corner back.
hint-polygon-crosses = The edges of a booth must not cross or touch each other.
hint-corner = Release to put the corner here; on the next one it goes. Shift keeps a direction, or moves the whole edge.
hint-round = Click to put a round booth of the usual size, drag to draw one.
hint-split = Drag a line across the booth to be split.
hint-splitting = Release to split. Shift keeps to the booth’s own directions, Ctrl or Alt suspends snapping.
hint-no-booth-here = Drag the line across a booth.
hint-no-parts = Drag the line through the booth: a part would be too small.
hint-block = Drag over the floor that the block should take; Shift turns its rows.
hint-drawing-block = Release to make the block.
hint-wall = Drag from one end of the wall to the other; Shift keeps to steps of 45 degrees.
hint-zone = Drag over the floor of the zone, or click corner by corner.
hint-no-build = Drag over the floor that no booth may stand on, or click corner by corner.
hint-hall-outline = Drag a corner of the hall, or a side for a new corner; a double click takes a corner away. Beside it, drag or click to draw another outline.
hint-drawing-area = Click at the next corner. A click on the first one, a double click or Enter closes the shape; Shift keeps to steps of 45 degrees.
hint-wall-goes-on = Click at the next corner. A double click, Enter or Escape ends the wall; a figure typed is its length.
hint-arrow = Drag from where the arrow begins to where its head is, or click at both ends.
hint-utility = Click where the supply point is; its number follows the last one of its kind.
hint-column = Click to put a column of the usual size, drag to draw one.
hint-door = Click on the hall's outline or on a wall.
hint-no-wall-here = There is no wall here. Click on the hall's outline or on a wall.
hint-text = Click where the words go.
hint-measure = Drag along a line to measure it, or click from point to point to measure a way.
hint-measuring = Click on; a double click ends, a click on the first point closes and tells the area. Shift keeps to steps of 45 degrees.
hint-dimension = Click at both ends of what the dimension tells.
hint-dimension-line = Click where its line is drawn.
hint-pivot = Drag the point about which the selection turns; a click on the handle puts it away.
hint-align-map = Click a point of the map that you find again on the plan. It snaps to the map's lines.
hint-aligning-map = Click where this point belongs.
hint-align-map-second = Click a second point of the map, far from the first. Enter leaves the map as it lies, Backspace goes back.
hint-aligning-map-second = Click where the second point belongs. Shift keeps the scale.
hint-map-locked = This map is locked. Unlock it first.
hint-crop-map = Drag the edges of what is shown, or draw a rectangle. A double click shows all of the map.
hint-cropping-map = Release to show this part alone.
hint-calibrate = Drag along something on the picture whose length you know.
hint-no-picture-here = There is no picture here. Drag along something on the picture.
hint-path = Click along the booths in the order of their numbers, or draw with the button held.
hint-drawing-path = Click for the next corner, double-click to end; Shift keeps to steps of 45 degrees.
hint-pan = Drag to move the view.
# A gap that is as wide as the usual aisle.
guide-aisle = aisle {$width}

## Status bar

snap-state = snap {$step}
snap-off = snap off

## Exhibitors

# An exhibitor of the list with its booths, as a screen reader says it.
exhibitor-spoken = {$name}, {$booths}

## Inspector

# "2 booths: E21, E23"
inspector-title = {$what}: {$which}
things-selected = {$count ->
    [one] {$count} thing
   *[other] {$count} things
}
add-exhibitor-here = Share with another exhibitor…
make-co-exhibitor = Make it a co-exhibitor
make-main-exhibitor = Make it a main exhibitor
date-hint = 2026-03-14
heading-hall-picture = Hall picture
field-fade = Faded
map-in-front = In front of the booths
map-show-all = Show all of it
map-keep-scale = Aligning keeps the scale
field-page = Page
map-page-numbered = Page {$number}
map-page-named = {$number}: {$name}
map-size-unknown = of unknown size
map-size-on-paper = {$width} × {$height} mm on paper
map-size-in-truth = {$width} × {$depth} (drawn in {$unit})
map-scale-of-file = At the true scale of the file.
map-scale-of-paper = At a paper scale of 1 to {$times}.
map-scale-measured = At a measured scale.
map-layers = Layers of the map: {$shown} of {$count} shown
map-layers-all = Show all
map-layers-none = Hide all
map-layers-search = Search the layers
compare-title = Compare the revisions
compare-files = {$old} was replaced by {$new}.
compare-blinking = Blinking
compare-overlaid = Overlaid
compare-old = Old
compare-new = New
compare-overlaid-hint = Red: only in the old one. Blue: only in the new one. Violet: in both.
compare-key-hint = {$key} shows the other one and stops the blinking.
compare-keep-new = Keep new
compare-back-to-old = Back to the old one
picture-pixels = {$width} × {$height} pixels
picture-not-calibrated = Its true size is not known yet: calibrate it.
calibrate-draw-line = Draw a line instead…

## Somebody comes to a booth

drop-has-booth = {$exhibitor} is on {$booth} already. Should it move, or get this booth too?
drop-share-as-co = Share it as a co-exhibitor
drop-move = Move it here
drop-add-booth = Give it this booth too

## Files

ask-open-plan = Open a show
ask-save-plan = Save the show
ask-open-map = Put a map under the hall
ask-open-list = Import exhibitors
ask-export-stand-list = Save the stand list
ask-export-renumbered = Save the list of renumbered booths
ask-export-halls = Export the plan
file-kind-stand-list = Stand lists
file-kind-renumbered = Lists
file-kind-drawing = Drawings
button-save = Save
button-open = Open
field-file-name = File name
folder-up = Folder above
folder-home = My documents
file-is-there = {$file} is there already. Choose another name, or replace it.
file-replace = Replace

## Import

import-title = Import exhibitors: {$file}
import-button = Import
import-no-names = Say which column holds the exhibitors' names.
import-sheet = Sheet
import-has-titles = The first row holds titles
import-columns-hint = What each column holds was found by its title or its content. Correct it where it is wrong.
import-column = Column {NUMBER($number)}
import-done = The list is imported

## Stand list

stand-list-title = Stand list for the entrance desk
stand-list-save-pdf = Save as PDF…
stand-list-save-csv = Save as CSV…
stand-list-sort = Order
stand-list-sort-name = By exhibitor
stand-list-sort-number = By stand number
stand-list-all-halls = All halls
stand-list-paper = Paper
stand-list-file = File
stand-list-printer = Printer
stand-list-copies = Copies
page-previous = Page before
page-next = Next page

## About

about-version = Version {$version}
about-words = Draws the booths of a trade show on the maps of its halls, places the exhibitors on them, shows how full the show is, and prints the stand list. It works without a network, on one file per show.
about-fonts = Set in Inter, with the icons of Material Symbols.

## Numbering booths

numbering-title = Number booths
numbering-of-hall = {$count ->
    [one] The only booth of {$hall}
   *[other] All {$count} booths of {$hall}
}
numbering-of-selection = {$count ->
    [one] One booth is selected
   *[other] {$count} booths are selected
}
numbering-preset = Scheme
numbering-own = Your own
numbering-preset-rows = Row by row: 1, 2, 3
numbering-preset-snake = Snake: there and back
numbering-preset-odd-even = Odd and even sides
numbering-preset-hundreds = Aisles in hundreds: 101, 102
numbering-preset-letters = Aisles by letter: A01, A02
numbering-prefix = Before the number
numbering-suffix = After it
numbering-start = First number
numbering-step = Step
numbering-digits = Digits
numbering-corner = Begin at
numbering-left-top = From the left top corner
numbering-right-top = From the right top corner
numbering-left-bottom = From the left bottom corner
numbering-right-bottom = From the right bottom corner
numbering-along = Along
numbering-rows = Rows
numbering-columns = Columns
numbering-snake = There and back, like a snake
numbering-pairs = Rows that belong together
numbering-facing = Facing across an aisle
numbering-back-to-back = Back to back, a double row
numbering-sides = Their two sides
numbering-sides-of-path = The two sides of the path
numbering-sides-plain = One after the other
numbering-sides-odd-even = Odd and even numbers
numbering-by-aisle = From one pair to the next
numbering-through = Numbers run through
numbering-hundreds = Another hundred
numbering-letters = Another letter
numbering-path = Number along a path…
numbering-path-again = Draw it again…
numbering-forget-path = No path
numbering-only-along-path = Only the booths along the path
numbering-skip-taken = Skip numbers that other booths have
# A row of the table, as a screen reader says it.
numbering-row = {$old} becomes {$new}
numbering-too-long = A number would be longer than 32 characters
numbering-clash = {$count ->
    [one] Another booth has the number {$list}
   *[other] Other booths have {$count} of these numbers: {$list}
}
numbering-confirm = {$count ->
    [0] Nothing to renumber
    [one] Renumber a booth
   *[other] Renumber {$count} booths
}

## Categories

categories-title = Categories
categories-none = There is no category yet. Type one below, or at a booth, a zone or an exhibitor.
categories-new = New category
categories-colour = Colour of {$category}
categories-automatic = By itself
categories-delete = Delete {$category}
# Of how many zones, booths and exhibitors it is; what is none is left out.
category-used-zones = {$count ->
    [one] {$count} zone
   *[other] {$count} zones
}
category-used-booths = {$count ->
    [one] {$count} booth
   *[other] {$count} booths
}
category-used-exhibitors = {$count ->
    [one] {$count} exhibitor
   *[other] {$count} exhibitors
}
category-unused = unused
# The other tools of a place on the rail.
rail-more = More: {$tools}
ask-replace-map = Choose the next revision of the map
ask-open-picture = Insert a picture
ask-open-logo = Choose a logo
logo-of = Logo of {$exhibitor}

## Blocks

hint-block-line = Click where the fronts begin and at every bend, or drag a straight line. Booths stand on the right of the way.
hint-drawing-block-line = Click the next bend; a double click or Enter makes the block, Backspace takes a corner back.
hint-block-arc = Click both ends of the arc, then a point that it goes through.
hint-drawing-block-arc = Click a point that the arc goes through.
hint-block-fill = Click a zone to fill it, drag a box, or click the corners of the floor. Shift draws inside a zone.
hint-drawing-block-fill = A click fills; corners are closed by a double click, Enter or a click on the first one.
hint-resizing-block = Drag: booths come and go. Booked ones stay where they are.
