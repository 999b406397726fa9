### Ce qui est écrit sur le plan d'un hall, à l'écran et sur papier.

## Aux portes

door-entrance = ENTRÉE
door-exit = SORTIE {$width}
door-service = SERVICE

## Au sol

# Sur une surface où aucun stand ne peut être monté.
no-build-sign = ZONE NEUTRALISÉE

## Ce que disent les couleurs des stands

colour-by-status = État
colour-by-category = Catégorie
colour-by-area = Surface
colour-by-open-sides = Faces ouvertes
colour-by-zone = Zone
colour-no-category = Sans catégorie
colour-no-zone = Hors zone
area-under = Moins de {$area}
area-between = De {$from} à {$to}
area-from = {$area} et plus
# Avec le nombre de faces qui donnent sur une allée.
open-sides-enclosed = Enclavé (0)
open-sides-inline = En ligne (1)
open-sides-corner = Angle (2)
open-sides-peninsula = Tête d’îlot (3)
open-sides-island = Îlot (4)
# Ce qui manque à une légende qui nomme les premières zones.
legend-more-zones = {$count ->
    [one] + {$count} autre
   *[other] + {$count} autres
}

## Sur le plan imprimé

plan-title = {$show} : {$hall}
plan-scale = Échelle {$scale}
plan-printed-on = État au {$date}

## Ce qui diffère dans une autre copie ou version : la légende de son dessin

difference-new = Nouveau
difference-gone = Supprimé
difference-moved = Déplacé
difference-reshaped = Autre contour
difference-status = Autre statut
difference-renumbered = Renuméroté
difference-other = Modifié autrement

## Les pages qui montrent deux copies d’un plan

# Show and hall, as in plan-title.
plan-changes-title = {$title} : ce qui a changé
plan-changes-list = Ce qui a changé, en toutes lettres
# The names of the two files.
plan-changes-between = De {$before} à {$after}
plan-changes-count = {$count ->
    [0] Aucun stand ne diffère
    [one] 1 stand diffère
   *[other] {$count} stands diffèrent
}
