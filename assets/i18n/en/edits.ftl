### Names of edits, as the Edit menu shows them: "Undo: move 12 booths". Each belongs to a variant of `edit::EditName`.

## Booths and what stands with them

edit-draw-booths = {$count ->
    [one] draw booth
   *[other] draw {$count} booths
}
edit-split = split booth {$number}
edit-split-booths = {$count ->
    [one] split booth
   *[other] split {$count} booths
}
edit-merge = {$count ->
    [one] merge booth
   *[other] merge {$count} booths
}
edit-cut-columns = {$count ->
    [one] take columns off the booth’s area
   *[other] take columns off the area of {$count} booths
}
edit-keep-columns = {$count ->
    [one] count columns as the booth’s area
   *[other] count columns as area of {$count} booths
}
edit-change-block = {$count ->
    [one] change a block of one booth
   *[other] change a block of {$count} booths
}
edit-break-up = {$count ->
    [one] break up the block
   *[other] break up {$count} blocks
}
edit-draw-structure = draw an element
edit-change-structure = change an element
edit-paste-booths = {$count ->
    [one] paste booth
   *[other] paste {$count} booths
}
edit-paste-objects = {$count ->
    [one] paste object
   *[other] paste {$count} objects
}
edit-duplicate-booths = {$count ->
    [one] duplicate booth
   *[other] duplicate {$count} booths
}
edit-duplicate-objects = {$count ->
    [one] duplicate object
   *[other] duplicate {$count} objects
}
edit-move-booths = {$count ->
    [one] move booth
   *[other] move {$count} booths
}
edit-move-objects = {$count ->
    [one] move object
   *[other] move {$count} objects
}
edit-resize-booths = {$count ->
    [one] resize booth
   *[other] resize {$count} booths
}
edit-resize-objects = {$count ->
    [one] resize object
   *[other] resize {$count} objects
}
edit-rotate-booths = {$count ->
    [one] rotate booth
   *[other] rotate {$count} booths
}
edit-rotate-objects = {$count ->
    [one] rotate object
   *[other] rotate {$count} objects
}
edit-align = {$count ->
    [one] align object
   *[other] align {$count} objects
}
edit-distribute = {$count ->
    [one] distribute object
   *[other] distribute {$count} objects
}
edit-mirror = {$count ->
    [one] mirror object
   *[other] mirror {$count} objects
}
edit-arrange-to-aisle = {$count ->
    [one] arrange object to the aisle
   *[other] arrange {$count} objects to the aisle
}
edit-delete-booths = {$count ->
    [one] delete booth
   *[other] delete {$count} booths
}
edit-delete-objects = {$count ->
    [one] delete object
   *[other] delete {$count} objects
}
edit-cut-booths = {$count ->
    [one] cut booth
   *[other] cut {$count} booths
}
edit-cut-objects = {$count ->
    [one] cut object
   *[other] cut {$count} objects
}
edit-import-booths = {$count ->
    [one] import one booth
   *[other] import {$count} booths
}
edit-renumber = renumber {$from} to {$to}
edit-number-booths = {$count ->
    [one] renumber a booth
   *[other] renumber {$count} booths
}
edit-set-category = {$count ->
    [one] change the category of a booth
   *[other] change the category of {$count} booths
}
edit-add-category = add the category {$category}
edit-change-category = change the category {$category}
edit-remove-category = delete the category {$category}
edit-set-open-sides = {$count ->
    [one] change the open sides of a booth
   *[other] change the open sides of {$count} booths
}
edit-change-note = change the note of booth {$number}
edit-block = {$count ->
    [one] block booth
   *[other] block {$count} booths
}
edit-unblock = {$count ->
    [one] unblock booth
   *[other] unblock {$count} booths
}
edit-set-status = {$count ->
    [one] set booth to {$status}
   *[other] set {$count} booths to {$status}
}
edit-free = {$count ->
    [one] free booth
   *[other] free {$count} booths
}

## Who is where

edit-place = place {$exhibitor} on {$number}
edit-share = share booth {$number}
edit-swap = swap {$first} and {$second}
edit-replace = replace the exhibitors of {$number}
edit-move-booking = move the exhibitors of {$from} to {$to}
edit-leave = take {$exhibitor} off {$number}
edit-set-role = change the role of {$exhibitor}

## Exhibitors

edit-add-exhibitor = add {$exhibitor}
edit-change-exhibitor = change {$exhibitor}
edit-set-logo = set the logo of {$exhibitor}
edit-remove-logo = remove the logo of {$exhibitor}
edit-remove-exhibitors = {$count ->
    [one] delete exhibitor
   *[other] delete {$count} exhibitors
}
edit-add-from-drawing = add {$things} from a drawing
edit-import-exhibitors = {$count ->
    [one] import one exhibitor
   *[other] import {$count} exhibitors
}

## The show, its halls and their pictures

edit-take-in = {$count ->
    [one] take in one change of another copy
   *[other] take in {$count} changes of another copy
}
edit-change-show = change the show
edit-add-hall = add {$hall}
edit-change-hall = change {$hall}
edit-remove-hall = delete {$hall}
edit-add-map = insert {$picture}
edit-calibrate-map = calibrate {$picture}
edit-align-map = align {$picture}
edit-crop-map = crop {$picture}
edit-show-all-of-map = show all of {$picture}
edit-fade-map = fade {$picture}
edit-layers-of-map = layers of {$picture}
edit-page-of-map = page of {$picture}
edit-replace-map = replace by {$picture}
edit-map-to-front = bring {$picture} to the front
edit-map-to-back = send {$picture} to the back

## Whole halls, layers, groups and locks

edit-duplicate-hall = duplicate to {$hall}
edit-mirror-hall = mirror {$hall}
edit-move-to-hall = move {$things} to {$hall}
edit-add-layer = add layer “{$layer}”
edit-rename-layer = rename layer “{$layer}”
edit-hide-layer = hide layer “{$layer}”
edit-show-layer = show layer “{$layer}”
edit-lock-layer = lock layer “{$layer}”
edit-unlock-layer = unlock layer “{$layer}”
edit-remove-layer = remove layer “{$layer}”
edit-set-layer = put {$things} on layer “{$layer}”
edit-set-base-layer = put {$things} on the base layer
edit-group = group {$things}
edit-ungroup = ungroup {$things}
edit-lock = lock {$things}
edit-unlock = unlock {$things}
things-booths = {$count ->
    [one] one booth
   *[other] {$count} booths
}
things-objects = {$count ->
    [one] one object
   *[other] {$count} objects
}
