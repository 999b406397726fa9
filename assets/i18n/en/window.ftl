### The window: panels, status bar, inspector.

## Status of a booth

status-available = Available
status-held = Held
status-reserved = Reserved
status-contracted = Contracted
status-paid = Paid
status-blocked = Blocked

# One letter each, in the corner of a booth.
status-letter-held = H
status-letter-reserved = R
status-letter-contracted = C
status-letter-paid = P

## Bookings

stage-held-until = Held until {$date}
role-main = Main exhibitor
role-co = Co-exhibitor

## Occupancy

# How full the show, a hall or a category is. A line for the status bar and for paper.
occupancy-line = {$sellable ->
    [one] {NUMBER($filled)} of {$sellable} slot filled
   *[other] {NUMBER($filled)} of {$sellable} slots filled
}
# The same with the percentage, which `Texts::percent` writes.
occupancy-none = No booth for sale
occupancy-line-percent = {$sellable ->
    [one] {NUMBER($filled)} of {$sellable} slot filled ({$percent})
   *[other] {NUMBER($filled)} of {$sellable} slots filled ({$percent})
}
# Filled and sellable area; both are written by `Texts::area`.
occupancy-area = {$filled} of {$sellable}
# The tab of a hall.
filled-of = {NUMBER($filled)} / {NUMBER($sellable)}
hall-tab = {$hall} {NUMBER($filled)}/{NUMBER($sellable)}
# The tab of a hall as a screen reader says it.
hall-tab-spoken = {$hall}, {NUMBER($filled)} of {NUMBER($sellable)} slots filled

## A booth as a person would name it, for screen readers and tooltips

booth-name = Booth {$number}
# A booth with its exhibitor or its status.
booth-name-and = Booth {$number}, {$what}
# A booth with its exhibitors and its status.
booth-full-name = Booth {$number}, {$exhibitors}, {$status}

## Exhibitors panel

exhibitors-title = Exhibitors
exhibitors-count = {$count ->
    [one] {$count} exhibitor
   *[other] {$count} exhibitors
}
exhibitors-search = Find an exhibitor
exhibitors-filter-to-place = To place
exhibitors-filter-placed = Placed
exhibitors-filter-all = All
exhibitors-add = Add
exhibitors-import = Import…
exhibitors-empty = No exhibitors yet
exhibitors-empty-hint = Import the list that you have in a spreadsheet, or add the first exhibitor.
exhibitors-none-found = No exhibitor is called “{$query}”
exhibitors-none-found-to-place = Nobody without a booth is called “{$query}”
exhibitors-none-found-placed = Nobody with a booth is called “{$query}”
exhibitors-none-placed = No exhibitor has a booth yet
exhibitors-found-elsewhere = {$count ->
    [one] Show one among all
   *[other] Show {$count} among all
}
exhibitors-all-placed = Every exhibitor has a booth
exhibitors-drag-hint = Drag a name onto a booth, or press Enter to place it on the selected one.

## Inspector

inspector-nothing = Nothing selected
inspector-nothing-hint = Click a booth to see and change it, or draw one with the Booth tool.
inspector-booths = {$count ->
    [one] {$count} booth
   *[other] {$count} booths
}
inspector-mixed = Several values
field-number = Number
field-exhibitor = Exhibitor
field-co-exhibitors = Co-exhibitors
field-status = Status
field-held-until = Held until
field-width = Width
field-width-each = Width (each)
field-depth = Depth
field-height = Height
field-grid-step = From line to line
field-aisle-direction = Aisles run
aisles-across = across, between rows one above the other
aisles-down = down, between rows side by side
field-x = X
field-y = Y
field-rotation = Rotation
field-area = Area
field-category = Category
field-categories = Categories
field-notes = Notes
field-name = Name
field-country = Country
field-hall = Hall
field-edition = Edition
field-text = Text
field-diameter = Diameter
field-notch-width = Cut-out width
field-notch-depth = Cut-out depth
field-parts = Parts
field-direction = Parts stand
field-keep-number = Number to keep
field-rows = Rows
field-columns = Columns
field-aisle = Aisle
field-first-number = First number
field-contact = Contact
field-end-x = X of the other end
field-end-y = Y of the other end
field-thickness = Thickness
field-door-kind = Kind of door
door-kind-entrance = Entrance
door-kind-exit = Exit
door-kind-service = Service door
choose-exhibitor = Choose an exhibitor…
add-co-exhibitor = Add a co-exhibitor
nobody = Nobody

## Dropping an exhibitor on a booked booth

drop-question = {$booth} is taken by {$current}. What about {$exhibitor}?
drop-share = Share the booth
drop-swap = Swap the two
drop-replace = Replace {$current}

## The canvas

canvas-name = Hall plan
canvas-empty = This hall is empty
canvas-empty-hint = Put the map of the hall under it, or draw the first block of booths.
legend-title = Legend
colour-by-now = Colour by: {$what}
legend-fold = Fold the legend
legend-unfold = Unfold the legend
legend-more = {$count ->
    [one] {$count} more has no room here
   *[other] {$count} more have no room here
}
# Rows, columns and the number of booths of the block being drawn.
block-preview = {NUMBER($rows)} × {NUMBER($columns)} = {$count ->
    [one] {$count} booth
   *[other] {$count} booths
}
size-preview = {$width} × {$depth}

## Calibration

calibrate-title = Scale of the picture
calibrate-line-length = Length of the line that you drew
calibrate-picture-width = Width of the whole picture
calibrate-paper-scale = Paper scale, 1 to
calibrate-hall-size = Hall
calibrate-hall-stays = Keeps its size
calibrate-hall-as-picture = As large as the picture

## Buttons of all dialogs

button-ok = OK
button-cancel = Cancel
button-close = Close
button-print = Print

## Command palette

palette-open-recent = Open recent: {$file}
palette-search = Search or run a command
palette-none-found = No such command

## Units

unit-bytes = bytes
unit-kilobytes = kB
unit-megabytes = MB
unit-gigabytes = GB
unit-square-feet = sq ft

## Names that the program gives

new-show = New show
hall-numbered = Hall {NUMBER($number)}

## Layers

heading-layers = Layers
layer-count = {$count ->
    [0] empty
    [one] one object
   *[other] {$count} objects
}
layer-hidden-count = {$booths ->
    [0] hidden
    [one] hidden: one booth, still counted
   *[other] hidden: {$booths} booths, still counted
}
layer-spoken = Layer {$layer}, {$state}
layer-draw-here = New things go to {$layer}
layer-show = Show {$layer}
layer-hide = Hide {$layer}
layer-lock = Lock {$layer}
layer-unlock = Unlock {$layer}
layer-remove = Remove {$layer}; its things go to the base layer
selection-lock = Locked
selection-locked-by-layer = Locked by its layer

## What utilities give, and the colours that can be chosen

utility-power = Power
utility-water = Water
utility-network = Network
tint-blue = Blue
tint-teal = Teal
tint-green = Green
tint-lime = Lime
tint-yellow = Yellow
tint-orange = Orange
tint-red = Red
tint-pink = Pink
tint-purple = Purple
tint-brown = Brown
field-utility-kind = Kind
field-colour = Colour
field-zone-category = Category of its booths
field-corners = Corners
field-offset = Beside
field-open-sides = Open sides
# The open sides as they follow from what stands around, and as the organiser fixed them.
open-sides-derived = {$sides}, derived
open-sides-fixed = {$sides}, fixed
heading-zones = Zones

## Blocks

field-gap = Gap
field-cross-aisles = Cross aisle after
field-back-to-back = Rows stand
field-radius = Radius
field-start-angle = Begins at
field-sweep = Goes round
heading-block = Block
block-kind-row = Row
block-kind-double-row = Double row
block-kind-grid = Grid
block-kind-line = Along a line
block-kind-arc = Arc
block-kind-fill = Fill
block-other-side = Other side
block-tool-title = New block
count-booths = {$count ->
    [one] {$count} booth
   *[other] {$count} booths
}
block-cross-hint = So many booths, then an aisle across the row; 0 for none.
