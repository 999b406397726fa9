## Là où deux copies d’un fichier se contredisent. « Nous » : ceux qui l’ont ouvert ici ; « eux » : les autres.

clash-show = Le salon
clash-block = Un bloc de stands
clash-field-ours = {$what} : nous avons tous deux modifié {$field}. Notre valeur est gardée.
clash-field-theirs = {$what} : nous avons tous deux modifié {$field}. Leur valeur est gardée.
clash-removed-by-us = {$what} : supprimé chez nous, modifié ou utilisé chez eux. Il reste.
clash-removed-by-them = {$what} : supprimé chez eux, modifié ou utilisé chez nous. Il reste.
clash-gone-by-us = {$what} : supprimé chez nous, modifié chez eux. Il disparaît.
clash-gone-by-them = {$what} : supprimé chez eux, modifié chez nous. Il disparaît.
clash-number = {$what} : son numéro {$wanted} est désormais celui d’un autre stand.
clash-name = {$what} : son nom {$wanted} est désormais celui d’un autre.
clash-booked-ours = {$what} a été attribué deux fois. Les nôtres le gardent, {$loses} attend un autre stand.
clash-booked-theirs = {$what} a été attribué deux fois. Les leurs le gardent, {$loses} attend un autre stand.
clash-blocked-by-us = {$what} : bloqué chez nous, attribué chez eux. Il est attribué.
clash-blocked-by-them = {$what} : bloqué chez eux, attribué chez nous. Il est attribué.

clashing-name = le nom
clashing-edition = l’édition
clashing-note = la note
clashing-outline = le contour
clashing-place = l’emplacement
clashing-number = le numéro
clashing-category = la catégorie
clashing-categories = les catégories
clashing-blocked = le blocage
clashing-layer = le calque, le groupe ou le verrou
clashing-open-sides = les côtés ouverts
clashing-columns = le décompte des poteaux
clashing-colour = la couleur
clashing-visibility = l’affichage
clashing-lock = le verrou
clashing-shape = la forme
clashing-picture = l’image
clashing-look = la présentation
clashing-country = le pays
clashing-contact = le contact
clashing-stage = l’étape de la réservation
clashing-exhibitors = les participants
clashing-booths = les stands

## Fichiers que d’autres modifient pendant qu’ils sont ouverts

merged-in = {$count ->
    [one] Une modification venue d’ailleurs a été reprise dans {$file}.
   *[other] {$count} modifications venues d’ailleurs ont été reprises dans {$file}.
}
# Who has the same file open, where and since when.
held-by = {$user} a ouvert {$file} sur {$machine} depuis {$since}. Vous pouvez travailler tous les deux : les enregistrements sont fusionnés.
held-by-somebody = Quelqu’un
held-by-yourself = Vous avez ouvert {$file} dans une autre fenêtre depuis {$since}. Ce qui y est enregistré est fusionné.
merged-with-clashes-title = {$file} a aussi été modifié par quelqu’un d’autre
merged-with-clashes-hint = Ces modifications peuvent être reprises dans votre plan ; « Annuler » les retire. Voici où vous vous contredisez :
merge-take = Fusionner
merge-later = Pas maintenant
merge-ours = Les nôtres
merge-theirs = Les leurs
merge-ours-value = Le nôtre : {$value}
merge-theirs-value = Le leur : {$value}
clash-place = {$size} en {$x} ; {$y}
job-reading-theirs = nouvelle lecture de {$file}

## En ligne de commande

cli-about-repair = Fait d'un salon abîmé une copie avec tout ce qui peut être lu
cli-repair-out = Où enregistrer la copie : .hallplan, et pas FILE lui-même
cli-whole = {$file} est intact. {$out} en est une copie.
cli-repaired = {$count ->
    [one] {$out} contient ce qui peut être lu de {$file}. Un point n'allait pas :
   *[other] {$out} contient ce qui peut être lu de {$file}. {$count} points n'allaient pas :
}
cli-repair-onto-itself = La copie ne peut pas remplacer {$file} : choisissez-lui un autre nom.
cli-repair-hint = Ce qui peut en être lu : hallplan repair {$file} -o COPIE.hallplan
cli-about-merge = Fait un seul fichier de deux qui viennent du même
cli-merge-base = le fichier dont viennent les deux
cli-merge-ours = l’un des deux
cli-merge-theirs = l’autre
cli-merge-out = le fichier à écrire
cli-merged = {$count ->
    [0] Fusionnés sans contradiction.
    [one] Fusionnés. Il y a une contradiction :
   *[other] Fusionnés. Il y a {$count} contradictions :
}
cli-not-one-base = Ces fichiers ne viennent pas de celui-là : {$words}
cli-about-diff = Dit ce qui diffère dans une autre copie d’un fichier
cli-diff-before = le fichier d’avant
cli-diff-after = le fichier d’après
cli-diff-json = pour d’autres programmes, en JSON
cli-diff-out = le dessiner sur des pages : un PDF avec chaque hall concerné et tous les changements en toutes lettres
diff-none = Rien ne diffère.
diff-new = nouveau : {$what}
diff-gone = disparu : {$what}
diff-moved = déplacé : {$what}, de {$distance}
diff-elsewhere = déplacé vers {$hall} : {$what}
diff-reshaped = autre contour : {$what}
diff-renumbered = renuméroté : {$before} est désormais {$after}
diff-status = {$what} : {$before} → {$after}
diff-changed = modifié : {$what}
diff-things = {$count ->
    [one] Un autre élément des halls diffère.
   *[other] {$count} autres éléments des halls diffèrent.
}

## Versions conservées d’un fichier

versions-title = Versions de {$file}
versions-open = Ouvrir une copie
versions-none = Pas encore de version
versions-none-hint = À chaque enregistrement, une version est conservée ici : les dix dernières, et une par jour pendant un mois. Vous pourrez voir ce qui a changé depuis et ouvrir une copie de chacune.
versions-as-it-was = Telle quelle
versions-changes = Ce qui a changé depuis
versions-same = Identique au plan actuel.
versions-count = {$what} : {$count}
versions-more = {$count ->
    [one] et un autre changement
   *[other] et {$count} autres changements
}
versions-missing = Fichiers introuvables, sans lesquels elle s’ouvrira : {$names}
versions-unreadable = Cette version est illisible. {$why}
versions-no-picture = Ce hall ne peut pas être dessiné.
# The name of a copy's file.
version-copy = {$show} – version du {$when}
version-opened = Une copie de la version du {$when} est ouverte. Elle n’a pas encore de fichier ; votre plan reste tel quel.
version-opened-without = Une copie de la version du {$when} est ouverte, sans des fichiers introuvables : {$missing}.
job-versions = lecture des versions
