### What is written on the plan of a hall, on screen and on paper.

## At the doors

door-entrance = ENTRANCE
# The width is written by `Texts::length`.
door-exit = EXIT {$width}
door-service = SERVICE

## On the floor

# On floor that no booth may stand on.
no-build-sign = NO BUILD

## On the printed plan

# Show, edition and hall: the document's title.
plan-title = {$show}: {$hall}
plan-scale = Scale {$scale}
plan-printed-on = As of {$date}
