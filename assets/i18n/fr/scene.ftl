### Ce qui est écrit sur le plan d'un hall, à l'écran et sur papier.

## Aux portes

door-entrance = ENTRÉE
door-exit = SORTIE {$width}
door-service = SERVICE

## Sur le plan imprimé

plan-title = {$show} : {$hall}
plan-scale = Échelle {$scale}
plan-printed-on = État au {$date}
