### Stands, poteaux, murs et portes tirés d'un dessin posé sous un hall.

drawn-title = Stands d'après le dessin
# Ce que contient le dessin, sous le titre du panneau.
drawn-holds = {$shapes ->
    [one] {$file} : une forme, {NUMBER($texts)} textes
   *[other] {$file} : {$shapes} formes, {NUMBER($texts)} textes
}
drawn-not-calibrated = Le dessin n'est pas encore à l'échelle : ses stands n'auraient pas la bonne taille. Mesurez-le d'abord.
# Un groupe de formes : son calque, ou qu'il n'en a pas.
drawn-no-layer = Sans calque
drawn-by-lines = {$layer} : surfaces entre les traits
# Ce que devient un groupe.
drawn-role-booths = Stands
drawn-role-columns = Poteaux
drawn-role-walls = Murs
drawn-role-doors = Portes
drawn-role-ignored = Rien
# Ce que contient un groupe ; les parties sont jointes par des virgules.
drawn-shapes-of-area = {$count ->
    [one] une forme de {$area}
   *[other] {$count} formes de {$area}
}
drawn-shapes-of-areas = {NUMBER($count)} formes de {$least} à {$most}
drawn-numbered = {NUMBER($count)} avec un numéro
drawn-lines = {$count ->
    [one] un trait
   *[other] {$count} traits
}
# La couleur d'un groupe, pour qui n'en voit pas le carré.
drawn-colour = couleur {$colour}
drawn-group-role = Devient
drawn-more-groups = {$count ->
    [one] Un autre groupe de peu de formes ne devient rien.
   *[other] {$count} autres groupes de peu de formes ne deviennent rien.
}

## Ce qu'il faut décider

drawn-problems = À décider
drawn-without-number = {$count ->
    [one] Une forme sans numéro
   *[other] {$count} formes sans numéro
}
drawn-duplicate = {$count ->
    [one] Une forme au numéro d'une autre
   *[other] {$count} formes au numéro d'une autre
}
drawn-taken = {$count ->
    [one] Une forme au numéro d'un stand du salon
   *[other] {$count} formes au numéro d'un stand du salon
}
drawn-outside = {$count ->
    [one] Une forme hors du hall
   *[other] {$count} formes hors du hall
}
drawn-crossing = {$count ->
    [one] Une forme dont les bords se croisent
   *[other] {$count} formes dont les bords se croisent
}
drawn-next-free = Donner les numéros libres suivants
drawn-keep-first = Garder la première, écarter les autres
drawn-leave-out = Les écarter
drawn-add = Les ajouter quand même
# L'une de ces formes ; un bouton qui la montre.
drawn-row-without-number = Sans numéro
drawn-row-named = Sans numéro : {$exhibitor}
drawn-row-duplicate = {$number}, dessiné deux fois
drawn-row-taken = {$number}, déjà dans le salon
drawn-row-outside = {$number}, hors du hall
drawn-row-outside-without-number = Sans numéro, hors du hall
drawn-row-crossing = Bords qui se croisent
drawn-row-given = {$row} : reçoit {$number}
drawn-row-left-out = {$row} : écarté
drawn-cut-names = {$count ->
    [one] Un nom est abrégé dans le dessin et n'est celui de personne dans le salon ; son stand reste libre.
   *[other] {$count} noms sont abrégés dans le dessin et ne sont ceux de personne dans le salon ; leurs stands restent libres.
}

## Ce qui est fait

drawn-exhibitors = Placer les exposants dont le nom y figure
drawn-sharing = Un « + » entre des noms réunit des exposants qui partagent le stand : {NUMBER($count)}
drawn-layers = Sur des calques nommés comme ceux du dessin
drawn-confirm = {$count ->
    [0] Rien à ajouter
    [one] Ajouter un stand
   *[other] Ajouter {$count} stands
}
drawn-confirm-things = {$count ->
    [one] Ajouter un objet
   *[other] Ajouter {$count} objets
}
# Parties du résumé, jointes par des virgules.
drawn-report-booths = {$count ->
    [one] un stand
   *[other] {$count} stands
}
drawn-report-placed = {NUMBER($count)} avec un exposant
drawn-report-structures = {$count ->
    [one] un poteau, mur ou porte
   *[other] {$count} poteaux, murs et portes
}
drawn-report-left-out = {$count ->
    [one] une forme écartée
   *[other] {$count} formes écartées
}
drawn-report-cut-names = {$count ->
    [one] un nom abrégé
   *[other] {$count} noms abrégés
}
drawn-added = Ajouté d'après le dessin : {$what}
job-reading-drawing = Recherche de stands dans {$file}…
drawing-has-no-shapes = Rien dans {$file} ne peut devenir un stand : c'est une image, ou sans formes fermées. Dessinez les stands par-dessus.
# Le dialogue où l’on choisit la page d’un fichier qui devient le fond de plan ; son bouton ; sur une page illisible.
pages-title = Quelle page est le plan de la salle ?
pages-confirm = Utiliser cette page
pages-unreadable = Illisible
