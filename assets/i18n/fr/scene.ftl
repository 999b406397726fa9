### Ce qui est écrit sur le plan d'un hall, à l'écran et sur papier.

## Aux portes

door-entrance = ENTRÉE
door-exit = SORTIE {$width}
door-service = SERVICE

## Au sol

# Sur une surface où aucun stand ne peut être monté.
no-build-sign = ZONE NEUTRALISÉE

## Sur le plan imprimé

plan-title = {$show} : {$hall}
plan-scale = Échelle {$scale}
plan-printed-on = État au {$date}
