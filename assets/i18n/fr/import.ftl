### Listes d'exposants et de stands à lire : ce que contiennent leurs colonnes, et ce qui est signalé ligne par ligne.

## Ce que contient une colonne d'une liste d'exposants, tel qu'un menu le montre

column-name = Nom
column-number = Numéros de stand
column-country = Pays
column-category = Catégorie
column-group = Lieu approximatif (non importé)
column-website = Site web
column-contact = Contact
column-note = Notes
column-status = État
column-ignored = Non importée

## Titres d'une liste de stands, tels que sa première ligne peut les porter

booth-column-number = numéro
booth-column-x = x
booth-column-y = y
booth-column-width = largeur
booth-column-depth = profondeur
booth-column-rotation = rotation
booth-column-exhibitor = exposant
booth-column-status = statut
booth-column-category = catégorie
import-missing-columns = {$count ->
    [one] La liste n'a pas de colonne {$columns}. Donnez son titre à chaque colonne dans la première ligne : numéro, x, y, largeur, profondeur.
   *[other] La liste n'a pas les colonnes {$columns}. Donnez son titre à chaque colonne dans la première ligne : numéro, x, y, largeur, profondeur.
}

## Au sujet d'une ligne d'une liste

import-line = Ligne {NUMBER($line)} : {$problem}
import-line-and-column = Ligne {NUMBER($line)}, colonne {NUMBER($column)} : {$problem}
problem-no-name = aucun nom n'y figure, elle est donc laissée de côté.
problem-same-as = cet exposant figure aussi à la ligne {NUMBER($line)}, et les deux lignes ont été réunies.
problem-same-number = ce numéro figure déjà à la ligne {NUMBER($line)}, le stand est donc laissé de côté.
problem-no-number = le numéro manque, le stand est donc laissé de côté.
problem-not-a-number = « {$text} » ne peut pas être un numéro de stand : il a au plus {NUMBER($most)} caractères, sur une ligne.
problem-no-figure = le chiffre manque. Indiquez des mètres, par exemple 3 ou 2,5, ou des degrés.
problem-not-a-figure = « {$text} » n'est pas un chiffre. Indiquez des mètres, par exemple 3 ou 2,5, ou des degrés.
problem-out-of-range = « {$text} » est trop grand. Les longueurs vont jusqu'à 1 000 mètres, et les angles jusqu'à 360 degrés.
problem-not-positive = « {$text} » n'est pas une dimension. Indiquez une largeur et une profondeur supérieures à zéro.
problem-unknown-status = « {$text} » n'est pas un état connu. Utilisez libre, option, réservé, confirmé, payé ou bloqué.

## Ce qu'apporte une liste

report-read = {$count ->
    [one] {$count} ligne lue
   *[other] {$count} lignes lues
}
report-new = {$count ->
    [one] {$count} nouvel exposant
   *[other] {$count} nouveaux exposants
}
report-changed = {$count ->
    [one] {$count} modifié
   *[other] {$count} modifiés
}
report-unchanged = {$count ->
    [one] {$count} inchangé
   *[other] {$count} inchangés
}
report-placed = {$count ->
    [one] {$count} placé
   *[other] {$count} placés
}
report-not-placed = {$count ->
    [one] {$count} non placé
   *[other] {$count} non placés
}
report-without-number = {NUMBER($count)} sans numéro de stand dans la liste
report-booths-added = {$count ->
    [one] {$count} stand ajouté
   *[other] {$count} stands ajoutés
}
report-booths-filled = {NUMBER($count)} avec un exposant
report-booths-left-out = {NUMBER($count)} autrement que dans la liste
problem-no-such-booth = {$exhibitor} n'est pas placé sur {$number} : ce stand n'existe pas. Dessinez-le, ou corrigez le numéro.
problem-booth-blocked = {$exhibitor} n'est pas placé sur {$number} : ce stand est bloqué. Débloquez-le, ou choisissez-en un autre.
