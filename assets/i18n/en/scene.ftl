### What is written on the plan of a hall, on screen and on paper.

## At the doors

door-entrance = ENTRANCE
# The width is written by `Texts::length`.
door-exit = EXIT {$width}
door-service = SERVICE

## On the floor

# On floor that no booth may stand on.
no-build-sign = NO BUILD

## What the colours of booths tell

colour-by-status = Status
colour-by-category = Category
colour-by-area = Area
colour-by-open-sides = Open sides
colour-by-zone = Zone
colour-no-category = No category
colour-no-zone = No zone
area-under = Under {$area}
area-between = {$from} to {$to}
area-from = {$area} and more
# With the number of sides on which an aisle passes.
open-sides-enclosed = Enclosed (0)
open-sides-inline = Inline (1)
open-sides-corner = Corner (2)
open-sides-peninsula = Peninsula (3)
open-sides-island = Island (4)
# What is left out of a legend that names the first zones.
legend-more-zones = + {$count} more

## On the printed plan

# Show, edition and hall: the document's title.
plan-title = {$show}: {$hall}
plan-scale = Scale {$scale}
plan-printed-on = As of {$date}

## What is different in another copy or version: the legend of its drawing

difference-new = New
difference-gone = Gone
difference-moved = Moved
difference-reshaped = Other outline
difference-status = Other status
difference-renumbered = Renumbered
difference-other = Changed otherwise

## The pages that show two copies of a plan

# Show and hall, as in plan-title.
plan-changes-title = {$title}: what changed
plan-changes-list = What changed, in words
# The names of the two files.
plan-changes-between = From {$before} to {$after}
plan-changes-count = {$count ->
    [0] No booth is different
    [one] 1 booth is different
   *[other] {$count} booths are different
}
