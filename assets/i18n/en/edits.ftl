### Names of edits, as the Edit menu shows them: "Undo: move 12 booths".

## What happens to booths

edit-add-booths = {$count ->
    [one] add booth
   *[other] add {$count} booths
}
edit-add-block = {$count ->
    [one] add a block with one booth
   *[other] add a block of {$count} booths
}
edit-move-booths = {$count ->
    [one] move booth
   *[other] move {$count} booths
}
edit-resize-booths = {$count ->
    [one] resize booth
   *[other] resize {$count} booths
}
edit-rotate-booths = {$count ->
    [one] rotate booth
   *[other] rotate {$count} booths
}
edit-nudge-booths = {$count ->
    [one] nudge booth
   *[other] nudge {$count} booths
}
edit-delete-booths = {$count ->
    [one] delete booth
   *[other] delete {$count} booths
}
edit-duplicate-booths = {$count ->
    [one] duplicate booth
   *[other] duplicate {$count} booths
}
edit-paste-booths = {$count ->
    [one] paste booth
   *[other] paste {$count} booths
}
edit-cut-booths = {$count ->
    [one] cut booth
   *[other] cut {$count} booths
}
edit-renumber-booths = {$count ->
    [one] renumber booth
   *[other] renumber {$count} booths
}
edit-change-booths = {$count ->
    [one] change booth
   *[other] change {$count} booths
}
edit-change-status = {$count ->
    [one] change the status of a booth
   *[other] change the status of {$count} booths
}
edit-block-booths = {$count ->
    [one] block booth
   *[other] block {$count} booths
}
edit-unblock-booths = {$count ->
    [one] unblock booth
   *[other] unblock {$count} booths
}

## Who is where

edit-place = place {$exhibitor} on {$booths}
edit-share = share {$booths} with {$exhibitor}
edit-swap = swap {$first} and {$second}
edit-replace = put {$exhibitor} in place of {$previous}
edit-move-exhibitor = move {$exhibitor} to {$booths}
edit-remove-exhibitor = take {$exhibitor} off {$booths}

## Exhibitors

edit-add-exhibitors = {$count ->
    [one] add exhibitor
   *[other] add {$count} exhibitors
}
edit-change-exhibitors = {$count ->
    [one] change exhibitor
   *[other] change {$count} exhibitors
}
edit-delete-exhibitors = {$count ->
    [one] delete exhibitor
   *[other] delete {$count} exhibitors
}
edit-import-exhibitors = {$count ->
    [one] import one exhibitor
   *[other] import {$count} exhibitors
}
edit-import-booths = {$count ->
    [one] import one booth
   *[other] import {$count} booths
}

## Halls, their structures and pictures

edit-add-hall = add hall
edit-change-hall = change hall
edit-delete-hall = delete hall
edit-add-structures = {$count ->
    [one] add element
   *[other] add {$count} elements
}
edit-change-structures = {$count ->
    [one] change element
   *[other] change {$count} elements
}
edit-delete-structures = {$count ->
    [one] delete element
   *[other] delete {$count} elements
}
edit-add-map = add hall picture
edit-place-map = calibrate hall picture
edit-delete-map = remove hall picture

## The show

edit-change-show = change the show
edit-change-categories = change categories
edit-several = {$count ->
    [one] {$count} change
   *[other] {$count} changes
}
