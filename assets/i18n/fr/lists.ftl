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
stand-list-with = chez {$names}
stand-list-continued = suite
stand-list-unfilled = Emplacements sans exposant
stand-list-held-for = en option pour {$name}
stand-list-held = en option
stand-list-page = Page {NUMBER($page)} sur {NUMBER($pages)}
stand-list-unfilled-on = emplacements sans exposant en page {NUMBER($page)}
stand-list-nobody = Aucun exposant n'a encore de stand.
