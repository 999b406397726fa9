### Noms des modifications, tels que le menu Édition les montre : « Annuler : déplacer 12 stands ».

## Les stands

edit-add-booths = {$count ->
    [one] ajouter un stand
   *[other] ajouter {$count} stands
}
edit-add-block = {$count ->
    [one] ajouter un bloc d'un stand
   *[other] ajouter un bloc de {$count} stands
}
edit-move-booths = {$count ->
    [one] déplacer le stand
   *[other] déplacer {$count} stands
}
edit-resize-booths = {$count ->
    [one] redimensionner le stand
   *[other] redimensionner {$count} stands
}
edit-rotate-booths = {$count ->
    [one] pivoter le stand
   *[other] pivoter {$count} stands
}
edit-nudge-booths = {$count ->
    [one] décaler le stand
   *[other] décaler {$count} stands
}
edit-delete-booths = {$count ->
    [one] supprimer le stand
   *[other] supprimer {$count} stands
}
edit-duplicate-booths = {$count ->
    [one] dupliquer le stand
   *[other] dupliquer {$count} stands
}
edit-paste-booths = {$count ->
    [one] coller un stand
   *[other] coller {$count} stands
}
edit-cut-booths = {$count ->
    [one] couper le stand
   *[other] couper {$count} stands
}
edit-renumber-booths = {$count ->
    [one] renuméroter le stand
   *[other] renuméroter {$count} stands
}
edit-change-booths = {$count ->
    [one] modifier le stand
   *[other] modifier {$count} stands
}
edit-change-status = {$count ->
    [one] changer l'état du stand
   *[other] changer l'état de {$count} stands
}
edit-block-booths = {$count ->
    [one] bloquer le stand
   *[other] bloquer {$count} stands
}
edit-unblock-booths = {$count ->
    [one] débloquer le stand
   *[other] débloquer {$count} stands
}

## Qui est où

edit-place = placer {$exhibitor} sur {$booths}
edit-share = partager {$booths} avec {$exhibitor}
edit-swap = échanger {$first} et {$second}
edit-replace = remplacer {$previous} par {$exhibitor}
edit-move-exhibitor = déplacer {$exhibitor} vers {$booths}
edit-remove-exhibitor = retirer {$exhibitor} de {$booths}

## Les exposants

edit-add-exhibitors = {$count ->
    [one] ajouter un exposant
   *[other] ajouter {$count} exposants
}
edit-change-exhibitors = {$count ->
    [one] modifier l'exposant
   *[other] modifier {$count} exposants
}
edit-delete-exhibitors = {$count ->
    [one] supprimer l'exposant
   *[other] supprimer {$count} exposants
}
edit-import-exhibitors = {$count ->
    [one] importer un exposant
   *[other] importer {$count} exposants
}
edit-import-booths = {$count ->
    [one] importer un stand
   *[other] importer {$count} stands
}

## Les halls, leurs structures et leurs fonds de plan

edit-add-hall = ajouter un hall
edit-change-hall = modifier le hall
edit-delete-hall = supprimer le hall
edit-add-structures = {$count ->
    [one] ajouter un élément
   *[other] ajouter {$count} éléments
}
edit-change-structures = {$count ->
    [one] modifier l'élément
   *[other] modifier {$count} éléments
}
edit-delete-structures = {$count ->
    [one] supprimer l'élément
   *[other] supprimer {$count} éléments
}
edit-add-map = ajouter le fond de plan
edit-place-map = étalonner le fond de plan
edit-delete-map = retirer le fond de plan

## Le salon

edit-change-show = modifier le salon
edit-change-categories = modifier les catégories
edit-several = {$count ->
    [one] {$count} modification
   *[other] {$count} modifications
}
