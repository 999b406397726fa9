### Noms des modifications, tels que le menu Édition les montre : « Annuler : déplacer 12 stands ».

## Les stands et ce qui les entoure

edit-draw-booths = {$count ->
    [one] dessiner un stand
   *[other] dessiner {$count} stands
}
edit-split = diviser le stand {$number}
edit-split-booths = {$count ->
    [one] diviser un stand
   *[other] diviser {$count} stands
}
edit-merge = {$count ->
    [one] fusionner un stand
   *[other] fusionner {$count} stands
}
edit-cut-columns = {$count ->
    [one] déduire les poteaux de la surface du stand
   *[other] déduire les poteaux de la surface de {$count} stands
}
edit-keep-columns = {$count ->
    [one] compter les poteaux dans la surface du stand
   *[other] compter les poteaux dans la surface de {$count} stands
}
edit-change-block = {$count ->
    [one] modifier un bloc d’un stand
   *[other] modifier un bloc de {$count} stands
}
edit-break-up = {$count ->
    [one] dissocier le bloc
   *[other] dissocier {$count} blocs
}
edit-draw-structure = dessiner un élément
edit-change-structure = modifier un élément
edit-paste-booths = {$count ->
    [one] coller un stand
   *[other] coller {$count} stands
}
edit-paste-objects = {$count ->
    [one] coller un objet
   *[other] coller {$count} objets
}
edit-duplicate-booths = {$count ->
    [one] dupliquer un stand
   *[other] dupliquer {$count} stands
}
edit-duplicate-objects = {$count ->
    [one] dupliquer un objet
   *[other] dupliquer {$count} objets
}
edit-move-booths = {$count ->
    [one] déplacer un stand
   *[other] déplacer {$count} stands
}
edit-move-objects = {$count ->
    [one] déplacer un objet
   *[other] déplacer {$count} objets
}
edit-resize-booths = {$count ->
    [one] redimensionner un stand
   *[other] redimensionner {$count} stands
}
edit-resize-objects = {$count ->
    [one] redimensionner un objet
   *[other] redimensionner {$count} objets
}
edit-rotate-booths = {$count ->
    [one] pivoter un stand
   *[other] pivoter {$count} stands
}
edit-rotate-objects = {$count ->
    [one] pivoter un objet
   *[other] pivoter {$count} objets
}
edit-align = {$count ->
    [one] aligner un objet
   *[other] aligner {$count} objets
}
edit-distribute = {$count ->
    [one] répartir un objet
   *[other] répartir {$count} objets
}
edit-mirror = {$count ->
    [one] retourner un objet en miroir
   *[other] retourner {$count} objets en miroir
}
edit-arrange-to-aisle = {$count ->
    [one] disposer un objet selon l'allée
   *[other] disposer {$count} objets selon l'allée
}
edit-delete-booths = {$count ->
    [one] supprimer un stand
   *[other] supprimer {$count} stands
}
edit-delete-objects = {$count ->
    [one] supprimer un objet
   *[other] supprimer {$count} objets
}
edit-cut-booths = {$count ->
    [one] couper un stand
   *[other] couper {$count} stands
}
edit-cut-objects = {$count ->
    [one] couper un objet
   *[other] couper {$count} objets
}
edit-import-booths = {$count ->
    [one] importer un stand
   *[other] importer {$count} stands
}
edit-renumber = renuméroter {$from} en {$to}
edit-number-booths = {$count ->
    [one] renuméroter un stand
   *[other] renuméroter {$count} stands
}
edit-set-category = {$count ->
    [one] changer la catégorie d'un stand
   *[other] changer la catégorie de {$count} stands
}
edit-add-category = ajouter la catégorie {$category}
edit-change-category = modifier la catégorie {$category}
edit-remove-category = supprimer la catégorie {$category}
edit-set-open-sides = {$count ->
    [one] changer les faces ouvertes d'un stand
   *[other] changer les faces ouvertes de {$count} stands
}
edit-change-note = modifier la note du stand {$number}
edit-block = {$count ->
    [one] bloquer un stand
   *[other] bloquer {$count} stands
}
edit-unblock = {$count ->
    [one] débloquer un stand
   *[other] débloquer {$count} stands
}
edit-set-status = {$count ->
    [one] passer un stand à l'état « {$status} »
   *[other] passer {$count} stands à l'état « {$status} »
}
edit-free = {$count ->
    [one] libérer un stand
   *[other] libérer {$count} stands
}

## Qui est où

edit-place = placer {$exhibitor} sur le stand {$number}
edit-share = partager le stand {$number}
edit-swap = échanger {$first} et {$second}
edit-replace = remplacer les exposants du stand {$number}
edit-move-booking = déplacer les exposants du stand {$from} au stand {$to}
edit-leave = retirer {$exhibitor} du stand {$number}
edit-set-role = changer le rôle de l'exposant {$exhibitor}

## Les exposants

edit-add-exhibitor = ajouter {$exhibitor}
edit-change-exhibitor = modifier {$exhibitor}
edit-set-logo = choisir le logo de {$exhibitor}
edit-remove-logo = retirer le logo de {$exhibitor}
edit-remove-exhibitors = {$count ->
    [one] supprimer un exposant
   *[other] supprimer {$count} exposants
}
edit-add-from-drawing = ajouter {$things} d’après un dessin
edit-import-exhibitors = {$count ->
    [one] importer un exposant
   *[other] importer {$count} exposants
}

## Le salon, ses halls et leurs fonds de plan

edit-take-in = {$count ->
    [one] reprendre une modification d’une autre copie
   *[other] reprendre {$count} modifications d’une autre copie
}
edit-change-show = modifier le salon
edit-add-hall = ajouter {$hall}
edit-change-hall = modifier {$hall}
edit-remove-hall = supprimer {$hall}
edit-add-map = insérer {$picture}
edit-calibrate-map = étalonner {$picture}
edit-align-map = caler {$picture}
edit-crop-map = rogner {$picture}
edit-show-all-of-map = montrer {$picture} en entier
edit-fade-map = estomper {$picture}
edit-layers-of-map = calques de {$picture}
edit-page-of-map = page de {$picture}
edit-replace-map = remplacer par {$picture}
edit-map-to-front = mettre {$picture} au premier plan
edit-map-to-back = mettre {$picture} à l'arrière-plan

## Halls entiers, calques, groupes et verrous

edit-duplicate-hall = dupliquer en « {$hall} »
edit-mirror-hall = retourner le hall « {$hall} »
edit-move-to-hall = déplacer {$things} vers « {$hall} »
edit-add-layer = ajouter le calque « {$layer} »
edit-rename-layer = renommer le calque « {$layer} »
edit-hide-layer = masquer le calque « {$layer} »
edit-show-layer = afficher le calque « {$layer} »
edit-lock-layer = verrouiller le calque « {$layer} »
edit-unlock-layer = déverrouiller le calque « {$layer} »
edit-remove-layer = supprimer le calque « {$layer} »
edit-set-layer = mettre {$things} sur le calque « {$layer} »
edit-set-base-layer = mettre {$things} sur le calque de base
edit-group = grouper {$things}
edit-ungroup = dégrouper {$things}
edit-lock = verrouiller {$things}
edit-unlock = déverrouiller {$things}
things-booths = {$count ->
    [one] un stand
   *[other] {$count} stands
}
things-objects = {$count ->
    [one] un objet
   *[other] {$count} objets
}
