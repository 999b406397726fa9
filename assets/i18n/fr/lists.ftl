### La liste des stands pour l'accueil, sur papier et en tableau.

stand-list-by-name = Stands par exposant
stand-list-by-number = Stands par numéro
stand-list-desk = Accueil
stand-list-printed = imprimé le {$moment}
stand-list-column-stand = Stand
stand-list-column-exhibitor = Exposant
stand-list-column-hall = Hall
stand-list-column-category = Catégorie
stand-list-column-with = Chez
stand-list-column-note = Remarque
stand-list-with = chez {$names}
stand-list-continued = suite
stand-list-unfilled = Emplacements sans exposant
stand-list-held-for = en option pour {$name}
stand-list-held = en option
stand-list-page = Page {NUMBER($page)} sur {NUMBER($pages)}
stand-list-unfilled-on = emplacements sans exposant en page {NUMBER($page)}
stand-list-nobody = Aucun exposant n'a encore de stand.

## Impression

print-printed = Imprimé.
print-sent = Envoyé à l'imprimante.
print-waiting = Le document attend dans la file de l'imprimante.
print-waiting-because = Le document attend dans la file de l'imprimante : {$reason}
print-no-printer = Aucune imprimante n'est installée sur cet ordinateur.
stand-list-no-printer = Aucune imprimante n'est installée sur cet ordinateur : Imprimer ouvre la liste en PDF.
print-refused = L'imprimante n'a pas accepté le document : {$reason}
print-failed = L'impression a échoué : {$reason}
print-no-viewer = Aucune imprimante n'est installée sur cet ordinateur, et aucun programme n'y ouvre les fichiers PDF ({$reason}). Enregistrez la liste en PDF et imprimez-la ailleurs.

## Erreurs

pdf-failed = Le PDF n'a pas pu être créé : {$reason}
pdf-missing-characters = Aucune police de cet ordinateur n'a tous les caractères de : {$texts}. Ils sont imprimés comme des cases vides.

## La liste des stands renumérotés

renumbered-title = Stands renumérotés
renumbered-column-old = Ancien numéro
renumbered-column-new = Nouveau numéro
