<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Echopatch</name>
    <message>
        <location filename="../../plugin.py"></location>
        <source>Open TerraSAR-X Product…</source>
        <translation>TerraSAR-X-Produkt öffnen…</translation>
    </message>
    <message>
        <location filename="../../plugin.py"></location>
        <source>Classify…</source>
        <translation>Klassifizieren…</translation>
    </message>
    <message>
        <location filename="../../plugin.py"></location>
        <source>Label Patches…</source>
        <translation>Patches labeln…</translation>
    </message>
    <message>
        <location filename="../../plugin.py"></location>
        <source>Review Uncertain Cells…</source>
        <translation>Unsichere Zellen durchsehen…</translation>
    </message>
    <message>
        <location filename="../../plugin.py"></location>
        <source>Fine-Tune…</source>
        <translation>Nachtrainieren…</translation>
    </message>
    <message>
        <location filename="../../plugin.py"></location>
        <source>Distil…</source>
        <translation>Destillieren…</translation>
    </message>
    <message>
        <location filename="../../plugin.py"></location>
        <source>Augment…</source>
        <translation>Synthetische Patches…</translation>
    </message>
    <message>
        <location filename="../../plugin.py"></location>
        <location filename="../../ui/forms/models.ui"></location>
        <source>Assess…</source>
        <translation>Beurteilen…</translation>
    </message>
    <message>
        <location filename="../../plugin.py"></location>
        <source>Models…</source>
        <translation>Modelle…</translation>
    </message>
    <message>
        <location filename="../../plugin.py"></location>
        <source>Result Summary</source>
        <translation>Ergebnisübersicht</translation>
    </message>
    <message>
        <location filename="../../plugin.py"></location>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <location filename="../../plugin.py"></location>
        <source>Set Up the Engine…</source>
        <translation>Rechenkern einrichten…</translation>
    </message>
    <message>
        <location filename="../../ui/assess/dialog.py"></location>
        <location filename="../../ui/forms/assess.ui"></location>
        <source>Assess</source>
        <translation>Beurteilen</translation>
    </message>
    <message>
        <location filename="../../ui/assess/dialog.py"></location>
        <location filename="../../ui/augment/step_page.py"></location>
        <location filename="../../ui/classify/dialog.py"></location>
        <location filename="../../ui/labels/new_dialog.py"></location>
        <location filename="../../ui/learning/patches_page.py"></location>
        <source>The engine is not ready: set it up under Settings &gt; Options &gt; Echopatch.</source>
        <translation>Der Rechenkern ist nicht bereit: unter Einstellungen &gt; Optionen &gt; Echopatch einrichten.</translation>
    </message>
    <message>
        <location filename="../../ui/assess/dialog.py"></location>
        <source>A run of this dialog is under way.</source>
        <translation>Ein Lauf dieses Dialogs ist im Gange.</translation>
    </message>
    <message>
        <location filename="../../ui/assess/dialog.py"></location>
        <source>The answer appears here: figures of each class with their intervals, and what speaks for and against them.</source>
        <translation>Hier erscheint die Antwort: Kennzahlen jeder Klasse mit ihren Intervallen, und was für und gegen sie spricht.</translation>
    </message>
    <message>
        <location filename="../../ui/assess/fields_box.py"></location>
        <source>GeoPackage (*.gpkg)</source>
        <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
        <location filename="../../ui/assess/fields_box.py"></location>
        <source>Second model</source>
        <translation>Zweites Modell</translation>
    </message>
    <message>
        <location filename="../../ui/assess/fields_box.py"></location>
        <source>report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <location filename="../../ui/assess/fields_box.py"></location>
        <source>{name}-report</source>
        <translation>{name}-Bericht</translation>
    </message>
    <message>
        <location filename="../../ui/assess/findings.py"></location>
        <source>Mean recall {recall}, accuracy {accuracy}, kappa {kappa}, on {count} patches from {groups} places.</source>
        <translation>Mittlere Trefferquote {recall}, Genauigkeit {accuracy}, Kappa {kappa}, auf {count} Patches von {groups} Orten.</translation>
    </message>
    <message>
        <location filename="../../ui/assess/findings.py"></location>
        <source>{row} by the first model, {column} by the second: {count} of {total} ({share})</source>
        <translation>{row} nach dem ersten Modell, {column} nach dem zweiten: {count} von {total} ({share})</translation>
    </message>
    <message>
        <location filename="../../ui/assess/findings.py"></location>
        <source>Overall accuracy {accuracy}, by {count} cells that were drawn by chance and labelled.</source>
        <translation>Gesamtgenauigkeit {accuracy}, nach {count} zufällig gezogenen und gelabelten Zellen.</translation>
    </message>
    <message>
        <location filename="../../ui/assess/findings.py"></location>
        <source>Mapped as {row}, truly {column}: {count} of {total} cells ({share})</source>
        <translation>Kartiert als {row}, in Wahrheit {column}: {count} von {total} Zellen ({share})</translation>
    </message>
    <message>
        <location filename="../../ui/assess/findings.py"></location>
        <source>Mapped</source>
        <translation>Kartiert</translation>
    </message>
    <message>
        <location filename="../../ui/assess/findings.py"></location>
        <location filename="../../ui/confusion_view.py"></location>
        <source>Truth</source>
        <translation>Wahrheit</translation>
    </message>
    <message>
        <location filename="../../ui/assess/findings.py"></location>
        <source>no interval: too few places</source>
        <translation>kein Intervall: zu wenige Orte</translation>
    </message>
    <message>
        <location filename="../../ui/assess/findings.py"></location>
        <location filename="../../ui/processing/patches.py"></location>
        <location filename="../../ui/forms/labels_new.ui"></location>
        <source>Patches</source>
        <translation>Patches</translation>
    </message>
    <message>
        <location filename="../../ui/assess/findings.py"></location>
        <source>Of this class, by their labels.</source>
        <translation>Dieser Klasse, nach ihren Labels.</translation>
    </message>
    <message>
        <location filename="../../ui/assess/findings.py"></location>
        <location filename="../../ui/augment/findings.py"></location>
        <location filename="../../ui/models/pages.py"></location>
        <source>Recall</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <location filename="../../ui/assess/findings.py"></location>
        <source>How much of the class the model finds; the bar is the 95 % interval over places.</source>
        <translation>Wie viel von der Klasse das Modell findet; der Balken ist das 95-%-Intervall über Orte.</translation>
    </message>
    <message>
        <location filename="../../ui/assess/findings.py"></location>
        <location filename="../../ui/models/pages.py"></location>
        <source>Precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <location filename="../../ui/assess/findings.py"></location>
        <source>How much of what it calls so truly is; the bar is the 95 % interval over places.</source>
        <translation>Wie viel von dem, was es so nennt, es in Wahrheit ist; der Balken ist das 95-%-Intervall über Orte.</translation>
    </message>
    <message>
        <location filename="../../ui/assess/findings.py"></location>
        <location filename="../../ui/models/pages.py"></location>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <location filename="../../ui/assess/findings.py"></location>
        <location filename="../../ui/models/pages.py"></location>
        <source>The harmonic mean of recall and precision.</source>
        <translation>Das harmonische Mittel aus Trefferquote und Präzision.</translation>
    </message>
    <message>
        <location filename="../../ui/assess/findings.py"></location>
        <source>First Model</source>
        <translation>Erstes Modell</translation>
    </message>
    <message>
        <location filename="../../ui/assess/findings.py"></location>
        <source>Second Model</source>
        <translation>Zweites Modell</translation>
    </message>
    <message>
        <location filename="../../ui/assess/findings.py"></location>
        <location filename="../../ui/learning/verdict.py"></location>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <location filename="../../ui/assess/findings.py"></location>
        <source>In points of recall; the bar is the interval over places, the line no difference.</source>
        <translation>In Punkten der Trefferquote; der Balken ist das Intervall über Orte, die Linie heißt: kein Unterschied.</translation>
    </message>
    <message>
        <location filename="../../ui/assess/findings.py"></location>
        <source>Area of the class in the result.</source>
        <translation>Fläche der Klasse im Ergebnis.</translation>
    </message>
    <message>
        <location filename="../../ui/assess/findings.py"></location>
        <source>Estimated</source>
        <translation>Geschätzt</translation>
    </message>
    <message>
        <location filename="../../ui/assess/findings.py"></location>
        <source>True area by the sample; the bar is the 95 % interval.</source>
        <translation>Wahre Fläche nach der Stichprobe; der Balken ist das 95-%-Intervall.</translation>
    </message>
    <message>
        <location filename="../../ui/assess/findings.py"></location>
        <source>User's Accuracy</source>
        <translation>Nutzergenauigkeit</translation>
    </message>
    <message>
        <location filename="../../ui/assess/findings.py"></location>
        <source>How much of what is mapped as the class truly is it.</source>
        <translation>Wie viel von dem, was als die Klasse kartiert ist, sie in Wahrheit ist.</translation>
    </message>
    <message>
        <location filename="../../ui/assess/findings.py"></location>
        <source>Producer's Accuracy</source>
        <translation>Herstellergenauigkeit</translation>
    </message>
    <message>
        <location filename="../../ui/assess/findings.py"></location>
        <source>How much of what truly is the class is mapped as it.</source>
        <translation>Wie viel von dem, was in Wahrheit die Klasse ist, als sie kartiert ist.</translation>
    </message>
    <message>
        <location filename="../../ui/assess/findings.py"></location>
        <source>Confusion</source>
        <translation>Verwechslungen</translation>
    </message>
    <message>
        <location filename="../../ui/assess/findings.py"></location>
        <location filename="../../ui/result.py"></location>
        <source>Confidence</source>
        <translation>Konfidenz</translation>
    </message>
    <message>
        <location filename="../../ui/assess/findings.py"></location>
        <source>Least Confidence</source>
        <translation>Mindestkonfidenz</translation>
    </message>
    <message>
        <location filename="../../ui/assess/findings.py"></location>
        <source>Worst Errors</source>
        <translation>Schlimmste Fehler</translation>
    </message>
    <message>
        <location filename="../../ui/assess/findings.py"></location>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <location filename="../../ui/assess/findings.py"></location>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <location filename="../../ui/assess/findings.py"></location>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <location filename="../../ui/assess/findings.py"></location>
        <source>Labelled Cells</source>
        <translation>Gelabelte Zellen</translation>
    </message>
    <message>
        <location filename="../../ui/assess/findings.py"></location>
        <source>Areas</source>
        <translation>Flächen</translation>
    </message>
    <message>
        <location filename="../../ui/assess/findings.py"></location>
        <source>Recall of {model}.</source>
        <translation>Trefferquote von {model}.</translation>
    </message>
    <message>
        <location filename="../../ui/assess/findings.py"></location>
        <location filename="../../ui/augment/findings.py"></location>
        <source>{folder} is no whole report of Echopatch.</source>
        <translation>{folder} ist kein vollständiger Bericht von Echopatch.</translation>
    </message>
    <message>
        <location filename="../../ui/assess/kinds.py"></location>
        <source>{waiting} of {cells} cells of the sample have no class yet: label all of them, also the hard ones.</source>
        <translation>{waiting} von {cells} Zellen der Stichprobe haben noch keine Klasse: alle labeln, auch die schwierigen.</translation>
    </message>
    <message>
        <location filename="../../ui/assess/kinds.py"></location>
        <source>The layer {layer} has edits that are not saved: save them first, or the run will not see them.</source>
        <translation>Der Layer {layer} hat ungespeicherte Änderungen: zuerst speichern, sonst sieht der Lauf sie nicht.</translation>
    </message>
    <message>
        <location filename="../../ui/assess/kinds.py"></location>
        <source>Choose the second model.</source>
        <translation>Das zweite Modell wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/assess/kinds.py"></location>
        <source>Both models are the same: choose another second one.</source>
        <translation>Beide Modelle sind dasselbe: ein anderes zweites wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/assess/kinds.py"></location>
        <location filename="../../ui/models/model_pick.py"></location>
        <source>Choose a model.</source>
        <translation>Ein Modell wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/assess/kinds.py"></location>
        <source>Choose a patch set: a folder NAME.patchset.</source>
        <translation>Einen Patchsatz wählen: einen Ordner NAME.patchset.</translation>
    </message>
    <message>
        <location filename="../../ui/assess/kinds.py"></location>
        <source>The model looks at optical images: judge it on a patch set that has them.</source>
        <translation>Das Modell betrachtet optische Bilder: es auf einem Patchsatz beurteilen, der solche enthält.</translation>
    </message>
    <message>
        <location filename="../../ui/assess/kinds.py"></location>
        <source>The model learned from patches of unknown pixel size or uncalibrated numbers: judge it on a patch set of its kind.</source>
        <translation>Das Modell hat aus Patches unbekannter Pixelgröße oder aus unkalibrierten Werten gelernt: es auf einem Patchsatz seiner Art beurteilen.</translation>
    </message>
    <message>
        <location filename="../../ui/assess/kinds.py"></location>
        <source>Choose the field of the labels that holds the class.</source>
        <translation>Das Feld der Labels wählen, das die Klasse enthält.</translation>
    </message>
    <message>
        <location filename="../../ui/assess/kinds.py"></location>
        <source>The sample is the result itself: choose the GeoPackage that “Draw a Sample to Label…” has written.</source>
        <translation>Die Stichprobe ist das Ergebnis selbst: das GeoPackage wählen, das „Stichprobe zum Labeln ziehen…“ geschrieben hat.</translation>
    </message>
    <message>
        <location filename="../../ui/assess/kinds.py"></location>
        <source>A Model, on a Patch Set</source>
        <translation>Ein Modell auf einem Patchsatz</translation>
    </message>
    <message>
        <location filename="../../ui/assess/kinds.py"></location>
        <source>How good is a model on labelled patches that it has not learned from, and how far can that be believed?</source>
        <translation>Wie gut ist ein Modell auf gelabelten Patches, aus denen es nicht gelernt hat, und wie weit ist dem zu trauen?</translation>
    </message>
    <message>
        <location filename="../../ui/assess/kinds.py"></location>
        <source>A Model, on a Labelled Scene</source>
        <translation>Ein Modell auf einer gelabelten Szene</translation>
    </message>
    <message>
        <location filename="../../ui/assess/kinds.py"></location>
        <source>How good is a model on a scene, by a layer that says what is there? The patches are cut first, and all are tested on.</source>
        <translation>Wie gut ist ein Modell auf einer Szene, nach einem Layer, der sagt, was dort ist? Zuerst werden die Patches ausgeschnitten, alle dienen dem Test.</translation>
    </message>
    <message>
        <location filename="../../ui/assess/kinds.py"></location>
        <source>Two Models, on a Patch Set</source>
        <translation>Zwei Modelle auf einem Patchsatz</translation>
    </message>
    <message>
        <location filename="../../ui/assess/kinds.py"></location>
        <source>Which of two models is better on the same patches, and is that sure?</source>
        <translation>Welches von zwei Modellen ist auf denselben Patches besser, und ist das sicher?</translation>
    </message>
    <message>
        <location filename="../../ui/assess/kinds.py"></location>
        <source>A Result, by a Labelled Sample</source>
        <translation>Ein Ergebnis nach einer gelabelten Stichprobe</translation>
    </message>
    <message>
        <location filename="../../ui/assess/kinds.py"></location>
        <source>How much of each class is there truly, and how right is the map? Draw a sample of its cells, label them, then ask here.</source>
        <translation>Wie viel gibt es in Wahrheit von jeder Klasse, und wie richtig ist die Karte? Eine Stichprobe ihrer Zellen ziehen, sie labeln und dann hier fragen.</translation>
    </message>
    <message>
        <location filename="../../ui/assess/kinds.py"></location>
        <source>Choose the layer that says what is there: points, squares or polygons with their class.</source>
        <translation>Den Layer wählen, der sagt, was dort ist: Punkte, Quadrate oder Polygone mit ihrer Klasse.</translation>
    </message>
    <message>
        <location filename="../../ui/assess/kinds.py"></location>
        <source>Choose a result that Classify has written.</source>
        <translation>Ein von „Klassifizieren“ geschriebenes Ergebnis wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/assess/kinds.py"></location>
        <source>Choose the labelled sample of it.</source>
        <translation>Die gelabelte Stichprobe daraus wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/assess/kinds.py"></location>
        <source>Compare {first} and {second}</source>
        <translation>{first} und {second} vergleichen</translation>
    </message>
    <message>
        <location filename="../../ui/assess/kinds.py"></location>
        <source>Cut patches for {name}</source>
        <translation>Patches für {name} ausschneiden</translation>
    </message>
    <message>
        <location filename="../../ui/assess/kinds.py"></location>
        <source>{folder} has no {split} patches: choose another split.</source>
        <translation>{folder} hat keine Patches im Teil {split}: einen anderen Teil wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/assess/kinds.py"></location>
        <location filename="../../ui/assess/sample_dialog.py"></location>
        <location filename="../../ui/models/export_dialog.py"></location>
        <location filename="../../ui/models/library.py"></location>
        <source>{path} is not there any more.</source>
        <translation>{path} gibt es nicht mehr.</translation>
    </message>
    <message>
        <location filename="../../ui/assess/kinds.py"></location>
        <source>{path} is no sample that “Draw a Sample to Label…” has written ({reason}).</source>
        <translation>{path} ist keine Stichprobe, die „Stichprobe zum Labeln ziehen…“ geschrieben hat ({reason}).</translation>
    </message>
    <message>
        <location filename="../../ui/assess/kinds.py"></location>
        <source>Assess {name}</source>
        <translation>{name} beurteilen</translation>
    </message>
    <message>
        <location filename="../../ui/assess/kinds.py"></location>
        <source>Areas of {name}</source>
        <translation>Flächen von {name}</translation>
    </message>
    <message>
        <location filename="../../ui/assess/report_view.py"></location>
        <location filename="../../ui/labels/class_table.py"></location>
        <location filename="../../ui/learning/patch_facts.py"></location>
        <location filename="../../ui/models/model_pages.py"></location>
        <location filename="../../ui/result.py"></location>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <location filename="../../ui/assess/report_view.py"></location>
        <location filename="../../ui/forms/labels_new.ui"></location>
        <location filename="../../core/contract/commands/patches.py"></location>
        <location filename="../../core/contract/commands/generation.py"></location>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <location filename="../../ui/assess/report_view.py"></location>
        <source>Open Report</source>
        <translation>Bericht öffnen</translation>
    </message>
    <message>
        <location filename="../../ui/assess/report_view.py"></location>
        <location filename="../../ui/setup/model_box.py"></location>
        <location filename="../../ui/forms/models.ui"></location>
        <source>Open Folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <location filename="../../ui/assess/sample_dialog.py"></location>
        <source>Cells are drawn by chance and open as a layer. Give every one its class, save the edits, and assess.</source>
        <translation>Zellen werden zufällig gezogen und öffnen sich als Layer. Jeder ihre Klasse geben, die Änderungen speichern und beurteilen.</translation>
    </message>
    <message>
        <location filename="../../ui/assess/sample_dialog.py"></location>
        <source>Draw</source>
        <translation>Ziehen</translation>
    </message>
    <message>
        <location filename="../../ui/assess/sample_dialog.py"></location>
        <source>Draw a Sample of {name}</source>
        <translation>Stichprobe aus {name} ziehen</translation>
    </message>
    <message>
        <location filename="../../ui/assess/set_facts.py"></location>
        <location filename="../../ui/review/page.py"></location>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <location filename="../../ui/assess/set_facts.py"></location>
        <location filename="../../ui/augment/patch_counts.py"></location>
        <source>{folder} is no patch set ({reason}): choose a folder NAME.patchset.</source>
        <translation>{folder} ist kein Patchsatz ({reason}): einen Ordner NAME.patchset wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/assess/set_facts.py"></location>
        <source>quantity</source>
        <translation>Messgröße</translation>
    </message>
    <message>
        <location filename="../../ui/assess/set_facts.py"></location>
        <source>pixel size</source>
        <translation>Pixelgröße</translation>
    </message>
    <message>
        <location filename="../../ui/assess/set_facts.py"></location>
        <source>patch size</source>
        <translation>Patchgröße</translation>
    </message>
    <message>
        <location filename="../../ui/assess/set_facts.py"></location>
        <source>channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <location filename="../../ui/assess/set_facts.py"></location>
        <source>classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <location filename="../../ui/augment/class_list.py"></location>
        <source>too few to learn from</source>
        <translation>zu wenige, um daraus zu lernen</translation>
    </message>
    <message>
        <location filename="../../ui/augment/class_list.py"></location>
        <source>rare</source>
        <translation>selten</translation>
    </message>
    <message>
        <location filename="../../ui/augment/class_list.py"></location>
        <source>few</source>
        <translation>wenige</translation>
    </message>
    <message>
        <location filename="../../ui/augment/class_list.py"></location>
        <source>Classes and their patches</source>
        <translation>Klassen und ihre Patches</translation>
    </message>
    <message>
        <location filename="../../ui/augment/class_list.py"></location>
        <source>Enlarge</source>
        <translation>Aufstocken</translation>
    </message>
    <message>
        <location filename="../../ui/augment/class_list.py"></location>
        <source>Training Patches</source>
        <translation>Trainings-Patches</translation>
    </message>
    <message>
        <location filename="../../ui/augment/class_list.py"></location>
        <location filename="../../ui/layers.py"></location>
        <location filename="../../ui/learning/patch_facts.py"></location>
        <location filename="../../ui/words.py"></location>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <location filename="../../ui/augment/class_list.py"></location>
        <location filename="../../ui/layers.py"></location>
        <location filename="../../ui/learning/patch_facts.py"></location>
        <location filename="../../ui/words.py"></location>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <location filename="../../ui/augment/findings.py"></location>
        <source>Recall with {arm} less that with {against}, in points; the bar is the 95 % interval over the repetitions.</source>
        <translation>Trefferquote mit {arm} minus die mit {against}, in Punkten; der Balken ist das 95-%-Intervall über die Wiederholungen.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/findings.py"></location>
        <source>★ got synthetic patches. Gains are in points of recall; a gain below {margin} counts as none.</source>
        <translation>★ hat synthetische Patches bekommen. Gewinne in Punkten der Trefferquote; ein Gewinn unter {margin} zählt als keiner.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/findings.py"></location>
        <source>{repetitions} repetitions, {given} verdicts; {apart} differences stand out one by one, chance alone would give about {chance}.</source>
        <translation>{repetitions} Wiederholungen, {given} Urteile; {apart} Unterschiede ragen einzeln heraus, der Zufall allein ergäbe etwa {chance}.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/findings.py"></location>
        <source>real patches alone</source>
        <translation>echte Patches allein</translation>
    </message>
    <message>
        <location filename="../../ui/augment/findings.py"></location>
        <source>flips, moves and speckle</source>
        <translation>Spiegelungen, Verschiebungen und Speckle</translation>
    </message>
    <message>
        <location filename="../../ui/augment/findings.py"></location>
        <source>rare ones drawn more often</source>
        <translation>seltene öfter gezogen</translation>
    </message>
    <message>
        <location filename="../../ui/augment/findings.py"></location>
        <source>all synthetic patches</source>
        <translation>alle synthetischen Patches</translation>
    </message>
    <message>
        <location filename="../../ui/augment/findings.py"></location>
        <source>filtered synthetic patches</source>
        <translation>gefilterte synthetische Patches</translation>
    </message>
    <message>
        <location filename="../../ui/augment/findings.py"></location>
        <source>flips, moves, speckle and filtered synthetic patches</source>
        <translation>Spiegelungen, Verschiebungen, Speckle und gefilterte synthetische Patches</translation>
    </message>
    <message>
        <location filename="../../ui/augment/findings.py"></location>
        <source>helps</source>
        <translation>hilft</translation>
    </message>
    <message>
        <location filename="../../ui/augment/findings.py"></location>
        <source>harms</source>
        <translation>schadet</translation>
    </message>
    <message>
        <location filename="../../ui/augment/findings.py"></location>
        <source>no effect</source>
        <translation>keine Wirkung</translation>
    </message>
    <message>
        <location filename="../../ui/augment/findings.py"></location>
        <source>not enough evidence</source>
        <translation>nicht genug Belege</translation>
    </message>
    <message>
        <location filename="../../ui/augment/findings.py"></location>
        <source>all patches</source>
        <translation>alle Patches</translation>
    </message>
    <message>
        <location filename="../../ui/augment/findings.py"></location>
        <source>Mean of all classes</source>
        <translation>Mittel aller Klassen</translation>
    </message>
    <message>
        <location filename="../../ui/augment/findings.py"></location>
        <source>Made</source>
        <translation>Erzeugt</translation>
    </message>
    <message>
        <location filename="../../ui/augment/findings.py"></location>
        <source>By the generator.</source>
        <translation>Vom Generator.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/findings.py"></location>
        <source>Kept</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <location filename="../../ui/augment/findings.py"></location>
        <source>Written to the patch set.</source>
        <translation>In den Patchsatz geschrieben.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/findings.py"></location>
        <source>Not Believed</source>
        <translation>Nicht geglaubt</translation>
    </message>
    <message>
        <location filename="../../ui/augment/findings.py"></location>
        <source>Dropped: the classifier takes them for another class, or is not sure enough.</source>
        <translation>Verworfen: der Klassifikator hält sie für eine andere Klasse oder ist nicht sicher genug.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/findings.py"></location>
        <source>Unlike Real Ones</source>
        <translation>Echten unähnlich</translation>
    </message>
    <message>
        <location filename="../../ui/augment/findings.py"></location>
        <source>Dropped: the classifier sees their class, but real patches look different to it.</source>
        <translation>Verworfen: der Klassifikator sieht ihre Klasse, aber echte Patches sehen für ihn anders aus.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/findings.py"></location>
        <source>Kept {kept} of {made} patches.</source>
        <translation>{kept} von {made} Patches behalten.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/findings.py"></location>
        <source>Levels [dB]</source>
        <translation>Pegel [dB]</translation>
    </message>
    <message>
        <location filename="../../ui/augment/findings.py"></location>
        <source>How far the grey levels lie off; in brackets among real patches.</source>
        <translation>Wie weit die Grauwerte abweichen; in Klammern unter echten Patches.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/findings.py"></location>
        <location filename="../../ui/classify/card_facts.py"></location>
        <location filename="../../ui/scene_facts.py"></location>
        <location filename="../../core/contract/commands/simulate.py"></location>
        <source>Looks</source>
        <translation>Looks</translation>
    </message>
    <message>
        <location filename="../../ui/augment/findings.py"></location>
        <source>Higher than real, in brackets, is speckle too smooth.</source>
        <translation>Höher als der echte Wert in Klammern: der Speckle ist zu glatt.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/findings.py"></location>
        <source>Texture [px]</source>
        <translation>Textur [px]</translation>
    </message>
    <message>
        <location filename="../../ui/augment/findings.py"></location>
        <source>Wider than real, in brackets, is texture too coarse.</source>
        <translation>Breiter als der echte Wert in Klammern: die Textur ist zu grob.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/findings.py"></location>
        <location filename="../../ui/classify/card_facts.py"></location>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <location filename="../../ui/augment/findings.py"></location>
        <source>Kernel distance of what a SAR network sees; in brackets among real patches.</source>
        <translation>Kernabstand dessen, was ein SAR-Netz sieht; in Klammern unter echten Patches.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/findings.py"></location>
        <source>Alike</source>
        <translation>Ähnlich</translation>
    </message>
    <message>
        <location filename="../../ui/augment/findings.py"></location>
        <source>Similarity of pairs of patches; higher than real, in brackets, is patches too much alike.</source>
        <translation>Ähnlichkeit von Paaren von Patches; höher als der echte Wert in Klammern: die Patches gleichen sich zu sehr.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/findings.py"></location>
        <source>Copies</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <location filename="../../ui/augment/findings.py"></location>
        <source>Patches that repeat a training patch.</source>
        <translation>Patches, die einen Trainings-Patch wiederholen.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/findings.py"></location>
        <source>Levels</source>
        <translation>Pegel</translation>
    </message>
    <message>
        <location filename="../../ui/augment/findings.py"></location>
        <source>Texture</source>
        <translation>Textur</translation>
    </message>
    <message>
        <location filename="../../ui/augment/findings.py"></location>
        <source>They lie in {patch_set}, marked as synthetic; no model is ever judged by them.</source>
        <translation>Sie liegen in {patch_set}, als synthetisch gekennzeichnet; an ihnen wird nie ein Modell gemessen.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/findings.py"></location>
        <source>Gains</source>
        <translation>Gewinne</translation>
    </message>
    <message>
        <location filename="../../ui/augment/findings.py"></location>
        <source>{count} per class</source>
        <translation>{count} je Klasse</translation>
    </message>
    <message>
        <location filename="../../ui/augment/generator_page.py"></location>
        <source>The patches as they are, with all their detail. The hardest to learn, and four times as long as the others.</source>
        <translation>Die Patches, wie sie sind, mit allen Einzelheiten. Am schwersten zu lernen und viermal so lang wie die anderen.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/generator_page.py"></location>
        <source>The whole patch at twice the pixel size, then enlarged: the pattern of the ground without its finest detail.</source>
        <translation>Der ganze Patch mit doppelter Pixelgröße, dann vergrößert: das Muster des Bodens ohne seine feinsten Einzelheiten.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/generator_page.py"></location>
        <source>Half the side at full detail, then enlarged: single objects and speckle, but twice as large as on the ground.</source>
        <translation>Die halbe Seite mit allen Einzelheiten, dann vergrößert: einzelne Objekte und Speckle, aber doppelt so groß wie am Boden.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/generator_page.py"></location>
        <source>Half the channels, a quarter of the steps: to see soon whether these patches can be learned at all.</source>
        <translation>Halb so viele Kanäle, ein Viertel der Schritte: um bald zu sehen, ob diese Patches überhaupt zu lernen sind.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/generator_page.py"></location>
        <source>The measured default.</source>
        <translation>Die gemessene Vorgabe.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/generator_page.py"></location>
        <source>Twice the channels, five times the steps: for a GPU.</source>
        <translation>Doppelt so viele Kanäle, fünfmal so viele Schritte: für eine Grafikkarte.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/generator_page.py"></location>
        <source>The patches had become all alike (diversity {diversity} of the real one): the last sound generator is kept.</source>
        <translation>Die Patches waren einander alle gleich geworden (Vielfalt: das {diversity}-Fache der echten): der letzte gesunde Generator wird behalten.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/generator_page.py"></location>
        <source>Done: M is {convergence}, and the patches differ {diversity} times as much as real ones. Make patches on the next page.</source>
        <translation>Fertig: M ist {convergence}, und die Patches unterscheiden sich {diversity}-mal so sehr wie echte. Auf der nächsten Seite Patches erzeugen.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/generator_page.py"></location>
        <source>While the generator learns, the patches that it makes appear here, and the curves of its figures.</source>
        <translation>Während der Generator lernt, erscheinen hier die Patches, die er erzeugt, und die Kurven seiner Kennzahlen.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/generator_page.py"></location>
        <location filename="../../ui/augment/make_page.py"></location>
        <source>Generators (*.safetensors)</source>
        <translation>Generatoren (*.safetensors)</translation>
    </message>
    <message>
        <location filename="../../ui/augment/generator_page.py"></location>
        <source>What all classes have in common, such as speckle, is then learned from all of them.</source>
        <translation>Was alle Klassen gemeinsam haben, etwa Speckle, wird dann aus allen gelernt.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/generator_page.py"></location>
        <source>whole patches</source>
        <translation>ganze Patches</translation>
    </message>
    <message>
        <location filename="../../ui/augment/generator_page.py"></location>
        <source>coarse patches</source>
        <translation>grobe Patches</translation>
    </message>
    <message>
        <location filename="../../ui/augment/generator_page.py"></location>
        <source>pieces of patches</source>
        <translation>Ausschnitte von Patches</translation>
    </message>
    <message>
        <location filename="../../ui/augment/generator_page.py"></location>
        <source>Go On Training</source>
        <translation>Training fortsetzen</translation>
    </message>
    <message>
        <location filename="../../ui/augment/generator_page.py"></location>
        <location filename="../../ui/forms/augment_generator.ui"></location>
        <source>Train Generator</source>
        <translation>Generator trainieren</translation>
    </message>
    <message>
        <location filename="../../ui/augment/generator_page.py"></location>
        <source>Train generator {name}</source>
        <translation>Generator {name} trainieren</translation>
    </message>
    <message>
        <location filename="../../ui/augment/generator_page.py"></location>
        <location filename="../../ui/learning/fine_tune_dialog.py"></location>
        <source>About {time} here.</source>
        <translation>Etwa {time} auf diesem Rechner.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/generator_page.py"></location>
        <source>Stopped. All whole steps are kept: the same settings go on from there.</source>
        <translation>Abgebrochen. Alle ganzen Schritte sind aufbewahrt: mit denselben Einstellungen geht es dort weiter.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/make_page.py"></location>
        <source>Learned {classes} in {steps} steps; makes patches of {px} × {px} pixels.</source>
        <translation>Hat in {steps} Schritten {classes} gelernt; erzeugt Patches von {px} × {px} Pixeln.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/make_page.py"></location>
        <source>The filter compares with real patches: choose the patch set on the first page.</source>
        <translation>Der Filter vergleicht mit echten Patches: den Patchsatz auf der ersten Seite wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/make_page.py"></location>
        <source>Patch sets (*.patchset)</source>
        <translation>Patchsätze (*.patchset)</translation>
    </message>
    <message>
        <location filename="../../ui/augment/make_page.py"></location>
        <location filename="../../ui/augment/trial_page.py"></location>
        <location filename="../../ui/jobs/dock.py"></location>
        <location filename="../../ui/layers.py"></location>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <location filename="../../ui/augment/make_page.py"></location>
        <source>What was kept of the patches, and how near they come to real ones, appears here.</source>
        <translation>Hier erscheint, was von den Patches behalten wurde und wie nahe sie echten kommen.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/make_page.py"></location>
        <source>Choose a generator, or train one on the page before.</source>
        <translation>Einen Generator wählen oder auf der Seite davor einen trainieren.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/make_page.py"></location>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <location filename="../../ui/augment/make_page.py"></location>
        <source>Kept and Dropped</source>
        <translation>Behalten und verworfen</translation>
    </message>
    <message>
        <location filename="../../ui/augment/make_page.py"></location>
        <source>Make patches {name}</source>
        <translation>Patches {name} erzeugen</translation>
    </message>
    <message>
        <location filename="../../ui/augment/make_page.py"></location>
        <source>Quality of {name}</source>
        <translation>Qualität von {name}</translation>
    </message>
    <message>
        <location filename="../../ui/augment/make_page.py"></location>
        <source>This generator knows {names}: tick one of them on the first page.</source>
        <translation>Dieser Generator kennt {names}: eine davon auf der ersten Seite ankreuzen.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/patches_page.py"></location>
        <source>Rare (hatched): fewer than {share} % of the training patches of the largest class. Few: fewer than {few}, too few for a generator that learns of the class alone. A class needs {least}. The rare ones are ticked at first.</source>
        <translation>Selten (schraffiert): weniger als {share} % der Trainings-Patches der größten Klasse. Wenige: unter {few}, zu wenige für einen Generator, der nur aus dieser Klasse lernt. Eine Klasse braucht {least}. Die seltenen sind zuerst angekreuzt.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/patches_page.py"></location>
        <source>These are optical images: a generator learns from radar patches.</source>
        <translation>Das sind optische Bilder: ein Generator lernt aus Radar-Patches.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/patches_page.py"></location>
        <source>This set has no real training patches: choose the one that a model is trained on.</source>
        <translation>Dieser Satz hat keine echten Trainings-Patches: den wählen, mit dem ein Modell trainiert wird.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/patches_page.py"></location>
        <source>Tick at least one class that is to get more patches.</source>
        <translation>Mindestens eine Klasse ankreuzen, die mehr Patches bekommen soll.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/patches_page.py"></location>
        <location filename="../../ui/learning/patches_page.py"></location>
        <source>Choose a patch set: a folder that ends in .patchset.</source>
        <translation>Einen Patchsatz wählen: einen Ordner, der auf .patchset endet.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/step_page.py"></location>
        <source>A run of this page is under way.</source>
        <translation>Ein Lauf dieser Seite ist im Gange.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/trial_page.py"></location>
        <source>Each generator is built as on the page “Generator”: {scenario}, width {width}, {steps} steps.</source>
        <translation>Jeder Generator wird wie auf der Seite „Generator“ aufgebaut: {scenario}, Breite {width}, {steps} Schritte.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/trial_page.py"></location>
        <source>Filtered synthetic patches against none, and against oversampling, with half and all of the rare patches, three times: shows large effects only.</source>
        <translation>Gefilterte synthetische Patches gegen keine und gegen Überabtastung, mit der Hälfte und allen der seltenen Patches, dreimal: zeigt nur große Wirkungen.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/trial_page.py"></location>
        <source>Every way to help rare classes, with half and all of the rare patches, five times: what to rest a decision on.</source>
        <translation>Jeder Weg, seltenen Klassen zu helfen, mit der Hälfte und allen der seltenen Patches, fünfmal: worauf sich eine Entscheidung stützen lässt.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/trial_page.py"></location>
        <source>Every way, from a handful of patches of each class to all of them: where synthetic patches begin to help, if anywhere.</source>
        <translation>Jeder Weg, von einer Handvoll Patches je Klasse bis zu allen: wo synthetische Patches zu helfen beginnen, falls überhaupt.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/trial_page.py"></location>
        <source>There are no test patches of {names}: a trial could say nothing of them. Split the set anew, or untick them.</source>
        <translation>Es gibt keine Test-Patches von {names}: ein Versuch könnte nichts über sie sagen. Den Satz neu aufteilen oder sie abwählen.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/trial_page.py"></location>
        <source>The verdict on each class appears here: helps, harms, no effect, or not enough evidence.</source>
        <translation>Hier erscheint das Urteil über jede Klasse: hilft, schadet, keine Wirkung oder nicht genug Belege.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/trial_page.py"></location>
        <source>Go On with the Trial</source>
        <translation>Versuch fortsetzen</translation>
    </message>
    <message>
        <location filename="../../ui/augment/trial_page.py"></location>
        <location filename="../../ui/forms/augment_trial.ui"></location>
        <source>Start Trial</source>
        <translation>Versuch starten</translation>
    </message>
    <message>
        <location filename="../../ui/augment/trial_page.py"></location>
        <source>Stopped. The finished runs are kept: the same settings go on from there.</source>
        <translation>Abgebrochen. Die fertigen Läufe sind aufbewahrt: mit denselben Einstellungen geht es dort weiter.</translation>
    </message>
    <message>
        <location filename="../../ui/augment/trial_page.py"></location>
        <location filename="../../ui/processing/assessment.py"></location>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <location filename="../../ui/augment/trial_page.py"></location>
        <source>Do synthetic patches help? {name}</source>
        <translation>Helfen synthetische Patches? {name}</translation>
    </message>
    <message>
        <location filename="../../ui/augment/trial_page.py"></location>
        <source>About {time} here; timed exactly when it begins.</source>
        <translation>Etwa {time} auf diesem Rechner; zu Beginn genau gemessen.</translation>
    </message>
    <message>
        <location filename="../../ui/bar_chart.py"></location>
        <source>Area per class</source>
        <translation>Fläche je Klasse</translation>
    </message>
    <message>
        <location filename="../../ui/binding.py"></location>
        <location filename="../../ui/classify/card_facts.py"></location>
        <location filename="../../ui/models/pages.py"></location>
        <source>not stated</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <location filename="../../ui/binding.py"></location>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <location filename="../../ui/classify/area_box.py"></location>
        <source>{width} × {height} map units</source>
        <translation>{width} × {height} Karteneinheiten</translation>
    </message>
    <message>
        <location filename="../../ui/classify/area_box.py"></location>
        <source>Draw the rectangle on the map.</source>
        <translation>Das Rechteck in der Karte aufziehen.</translation>
    </message>
    <message>
        <location filename="../../ui/classify/area_box.py"></location>
        <source>The chosen area does not touch the scene.</source>
        <translation>Das gewählte Gebiet berührt die Szene nicht.</translation>
    </message>
    <message>
        <location filename="../../ui/classify/area_box.py"></location>
        <source>Whole scene</source>
        <translation>Ganze Szene</translation>
    </message>
    <message>
        <location filename="../../ui/classify/area_box.py"></location>
        <source>What the map shows</source>
        <translation>Kartenausschnitt</translation>
    </message>
    <message>
        <location filename="../../ui/classify/area_box.py"></location>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <location filename="../../ui/classify/area_box.py"></location>
        <source>Polygons of a layer</source>
        <translation>Polygone eines Layers</translation>
    </message>
    <message>
        <location filename="../../ui/classify/area_box.py"></location>
        <source>There is no polygon layer: add one, or choose another area.</source>
        <translation>Es gibt keinen Polygonlayer: einen hinzufügen oder ein anderes Gebiet wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/classify/area_box.py"></location>
        <source>No polygon of “{layer}” is selected.</source>
        <translation>In „{layer}“ ist kein Polygon ausgewählt.</translation>
    </message>
    <message>
        <location filename="../../ui/classify/card_facts.py"></location>
        <source>Patch</source>
        <translation>Patch</translation>
    </message>
    <message>
        <location filename="../../ui/classify/card_facts.py"></location>
        <location filename="../../ui/scene_facts.py"></location>
        <location filename="../../core/contract/commands/scene_options.py"></location>
        <location filename="../../core/contract/commands/simulate.py"></location>
        <source>Pixel size</source>
        <translation>Pixelgröße</translation>
    </message>
    <message>
        <location filename="../../ui/classify/card_facts.py"></location>
        <source>Quantity</source>
        <translation>Messgröße</translation>
    </message>
    <message>
        <location filename="../../ui/classify/card_facts.py"></location>
        <location filename="../../ui/scene_facts.py"></location>
        <location filename="../../core/contract/commands/scene_options.py"></location>
        <location filename="../../core/contract/commands/simulate.py"></location>
        <source>Incidence angle</source>
        <translation>Einfallswinkel</translation>
    </message>
    <message>
        <location filename="../../ui/classify/card_facts.py"></location>
        <source>Tested</source>
        <translation>Getestet</translation>
    </message>
    <message>
        <location filename="../../ui/classify/card_facts.py"></location>
        <location filename="../../ui/learning/distil_dialog.py"></location>
        <location filename="../../ui/forms/distil.ui"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <source>Teacher</source>
        <translation>Lehrer</translation>
    </message>
    <message>
        <location filename="../../ui/classify/card_facts.py"></location>
        <location filename="../../ui/models/pages.py"></location>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <source>Provenance</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <location filename="../../ui/classify/card_facts.py"></location>
        <location filename="../../ui/models/pages.py"></location>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <location filename="../../ui/classify/card_facts.py"></location>
        <source>{px} px ({metres} m)</source>
        <translation>{px} px ({metres} m)</translation>
    </message>
    <message>
        <location filename="../../ui/classify/card_facts.py"></location>
        <source>accuracy {value}</source>
        <translation>Genauigkeit {value}</translation>
    </message>
    <message>
        <location filename="../../ui/classify/card_facts.py"></location>
        <source>mean recall {value}</source>
        <translation>mittlere Trefferquote {value}</translation>
    </message>
    <message>
        <location filename="../../ui/classify/card_facts.py"></location>
        <source>no test figures in the card</source>
        <translation>keine Testergebnisse in der Modellkarte</translation>
    </message>
    <message>
        <location filename="../../ui/classify/card_facts.py"></location>
        <source>on {count} patches</source>
        <translation>auf {count} Patches</translation>
    </message>
    <message>
        <location filename="../../ui/classify/checks.py"></location>
        <source>The file does not say everything that the model needs: complete “What the Pixels Mean”.</source>
        <translation>Die Datei gibt nicht alles an, was das Modell braucht: „Bedeutung der Pixel“ ergänzen.</translation>
    </message>
    <message>
        <location filename="../../ui/classify/desk.py"></location>
        <source>{scene} waits for the runs before it.</source>
        <translation>{scene} wartet auf die vorherigen Läufe.</translation>
    </message>
    <message>
        <location filename="../../ui/classify/desk.py"></location>
        <source>{scene} is being classified; QGIS can be used meanwhile.</source>
        <translation>{scene} wird klassifiziert; QGIS kann währenddessen weiter benutzt werden.</translation>
    </message>
    <message>
        <location filename="../../ui/classify/desk.py"></location>
        <source>Sum up the result</source>
        <translation>Ergebnis zusammenfassen</translation>
    </message>
    <message>
        <location filename="../../ui/classify/desk.py"></location>
        <source>What was done lies in {file}; the same run with the same settings goes on from there.</source>
        <translation>Was fertig war, liegt in {file}; derselbe Lauf mit denselben Einstellungen macht dort weiter.</translation>
    </message>
    <message>
        <location filename="../../ui/classify/desk.py"></location>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <location filename="../../ui/classify/desk.py"></location>
        <source>Select a layer of a result first, such as its regions.</source>
        <translation>Zuerst einen Layer eines Ergebnisses auswählen, etwa seine Regionen.</translation>
    </message>
    <message>
        <location filename="../../ui/classify/desk.py"></location>
        <source>{scene}: stopped as asked.</source>
        <translation>{scene}: wie gewünscht abgebrochen.</translation>
    </message>
    <message>
        <location filename="../../ui/classify/desk.py"></location>
        <location filename="../../ui/setup/form.py"></location>
        <source>Show Log</source>
        <translation>Protokoll anzeigen</translation>
    </message>
    <message>
        <location filename="../../ui/classify/desk.py"></location>
        <source>{scene} was not classified. {reason}</source>
        <translation>{scene} wurde nicht klassifiziert. {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/classify/dialog.py"></location>
        <location filename="../../ui/labels/new_dialog.py"></location>
        <location filename="../../ui/scene_part.py"></location>
        <source>Looking at the scene…</source>
        <translation>Szene wird untersucht…</translation>
    </message>
    <message>
        <location filename="../../ui/classify/dialog.py"></location>
        <source>Classify</source>
        <translation>Klassifizieren</translation>
    </message>
    <message>
        <location filename="../../ui/classify/dialog.py"></location>
        <location filename="../../ui/classify/scene_box.py"></location>
        <location filename="../../ui/learning/path_choice.py"></location>
        <location filename="../../ui/product_dialog.py"></location>
        <source>Product Folder</source>
        <translation>Produktordner</translation>
    </message>
    <message>
        <location filename="../../ui/classify/dialog.py"></location>
        <source>{rows} × {columns} pixels</source>
        <translation>{rows} × {columns} Pixel</translation>
    </message>
    <message>
        <location filename="../../ui/classify/dialog.py"></location>
        <location filename="../../ui/scene_part.py"></location>
        <source>Choose a scene: a raster layer, a product folder or a raster file.</source>
        <translation>Eine Szene wählen: einen Rasterlayer, einen Produktordner oder eine Rasterdatei.</translation>
    </message>
    <message>
        <location filename="../../ui/classify/dialog.py"></location>
        <source>Choose a model; new ones come from Settings &gt; Options &gt; Echopatch.</source>
        <translation>Ein Modell wählen; neue gibt es unter Einstellungen &gt; Optionen &gt; Echopatch.</translation>
    </message>
    <message>
        <location filename="../../ui/classify/dialog.py"></location>
        <location filename="../../ui/scene_facts.py"></location>
        <source>raster</source>
        <translation>Raster</translation>
    </message>
    <message>
        <location filename="../../ui/classify/dialog.py"></location>
        <source>Before You Start</source>
        <translation>Vor dem Start</translation>
    </message>
    <message>
        <location filename="../../ui/classify/dialog.py"></location>
        <location filename="../../ui/classify/model_choice.py"></location>
        <location filename="../../ui/models/model_pick.py"></location>
        <location filename="../../ui/result_words.py"></location>
        <location filename="../../ui/setup/model_box.py"></location>
        <location filename="../../ui/forms/live_map.ui"></location>
        <location filename="../../ui/forms/models.ui"></location>
        <location filename="../../core/contract/commands/scene.py"></location>
        <location filename="../../core/contract/commands/generation_quality.py"></location>
        <location filename="../../core/contract/commands/assessment.py"></location>
        <location filename="../../core/contract/commands/classify.py"></location>
        <location filename="../../core/contract/commands/embed.py"></location>
        <location filename="../../core/contract/commands/relearn.py"></location>
        <location filename="../../core/contract/commands/model.py"></location>
        <location filename="../../core/contract/commands/export.py"></location>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <location filename="../../ui/classify/dialog.py"></location>
        <location filename="../../ui/classify/scene_box.py"></location>
        <location filename="../../ui/learning/sources.py"></location>
        <location filename="../../ui/result_words.py"></location>
        <location filename="../../ui/scene_facts.py"></location>
        <location filename="../../ui/forms/labels_new.ui"></location>
        <location filename="../../core/contract/commands/scene.py"></location>
        <location filename="../../core/contract/commands/classify.py"></location>
        <location filename="../../core/contract/commands/embed.py"></location>
        <source>Scene</source>
        <translation>Szene</translation>
    </message>
    <message>
        <location filename="../../ui/classify/estimate_words.py"></location>
        <source>The area has many polygons: how many cells it makes is not counted beforehand.</source>
        <translation>Das Gebiet hat viele Polygone: wie viele Zellen es ergibt, wird nicht vorab gezählt.</translation>
    </message>
    <message>
        <location filename="../../ui/classify/estimate_words.py"></location>
        <source>About {cells} cells, one patch each.</source>
        <translation>Etwa {cells} Zellen, je ein Patch.</translation>
    </message>
    <message>
        <location filename="../../ui/classify/estimate_words.py"></location>
        <source>About {cells} cells.</source>
        <translation>Etwa {cells} Zellen.</translation>
    </message>
    <message>
        <location filename="../../ui/classify/estimate_words.py"></location>
        <location filename="../../ui/learning/distil_dialog.py"></location>
        <source>How long that takes is not known: the speed of this device has not been measured.</source>
        <translation>Wie lange das dauert, ist nicht bekannt: die Geschwindigkeit dieses Geräts wurde nicht gemessen.</translation>
    </message>
    <message>
        <location filename="../../ui/classify/estimate_words.py"></location>
        <location filename="../../ui/learning/distil_dialog.py"></location>
        <source>Expected time: about {time}.</source>
        <translation>Erwartete Dauer: etwa {time}.</translation>
    </message>
    <message>
        <location filename="../../ui/classify/model_choice.py"></location>
        <location filename="../../ui/learning/distil_dialog.py"></location>
        <location filename="../../ui/models/dialog.py"></location>
        <location filename="../../ui/models/model_pick.py"></location>
        <location filename="../../ui/setup/model_box.py"></location>
        <source>Echopatch models (*.safetensors)</source>
        <translation>Echopatch-Modelle (*.safetensors)</translation>
    </message>
    <message>
        <location filename="../../ui/classify/model_choice.py"></location>
        <location filename="../../ui/learning/distil_dialog.py"></location>
        <location filename="../../ui/models/model_pick.py"></location>
        <source>Other file…</source>
        <translation>Andere Datei…</translation>
    </message>
    <message>
        <location filename="../../ui/classify/output.py"></location>
        <source>Name a file for the result.</source>
        <translation>Eine Datei für das Ergebnis angeben.</translation>
    </message>
    <message>
        <location filename="../../ui/classify/output.py"></location>
        <location filename="../../ui/outputs.py"></location>
        <source>{name} is open in this project: use {free}, or remove the layers {layers} first.</source>
        <translation>{name} ist in diesem Projekt geöffnet: {free} verwenden oder zuerst die Layer {layers} entfernen.</translation>
    </message>
    <message>
        <location filename="../../ui/classify/output.py"></location>
        <source>The result is a GeoPackage: its name must end in {suffix}.</source>
        <translation>Das Ergebnis ist ein GeoPackage: sein Name muss auf {suffix} enden.</translation>
    </message>
    <message>
        <location filename="../../ui/classify/output.py"></location>
        <location filename="../../ui/outputs.py"></location>
        <source>The folder {folder} does not exist: create it, or choose another one.</source>
        <translation>Den Ordner {folder} gibt es nicht: anlegen oder einen anderen wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/classify/output.py"></location>
        <location filename="../../ui/outputs.py"></location>
        <source>The folder {folder} cannot be written to: choose another one.</source>
        <translation>In den Ordner {folder} kann nicht geschrieben werden: einen anderen wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/classify/output.py"></location>
        <source>{name} is being written by another run: use {free}.</source>
        <translation>{name} wird gerade von einem anderen Lauf geschrieben: {free} verwenden.</translation>
    </message>
    <message>
        <location filename="../../ui/classify/output.py"></location>
        <location filename="../../ui/outputs.py"></location>
        <source>{name} exists already: use {free}, or tick “Overwrite”.</source>
        <translation>{name} gibt es bereits: {free} verwenden oder „Überschreiben“ ankreuzen.</translation>
    </message>
    <message>
        <location filename="../../ui/classify/radiometry_box.py"></location>
        <source>Everything that the model needs is known. What you state here is recorded in the result as your word.</source>
        <translation>Alles, was das Modell braucht, ist bekannt. Was hier angegeben wird, vermerkt das Ergebnis als eigene Angabe.</translation>
    </message>
    <message>
        <location filename="../../ui/classify/radiometry_box.py"></location>
        <source>The file does not say everything that the model needs. Still missing:</source>
        <translation>Die Datei gibt nicht alles an, was das Modell braucht. Es fehlt noch:</translation>
    </message>
    <message>
        <location filename="../../ui/classify/runs.py"></location>
        <source>Classify {scene}</source>
        <translation>{scene} klassifizieren</translation>
    </message>
    <message>
        <location filename="../../ui/classify/runs_box.py"></location>
        <location filename="../../ui/jobs/words.py"></location>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <location filename="../../ui/classify/runs_box.py"></location>
        <source>{scene} → {result}</source>
        <translation>{scene} → {result}</translation>
    </message>
    <message>
        <location filename="../../ui/classify/runs_box.py"></location>
        <location filename="../../ui/jobs/run_view.py"></location>
        <location filename="../../ui/setup/status_box.py"></location>
        <location filename="../../ui/forms/models.ui"></location>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../../ui/classify/runs_box.py"></location>
        <location filename="../../ui/jobs/run_view.py"></location>
        <source>stopping</source>
        <translation>wird abgebrochen</translation>
    </message>
    <message>
        <location filename="../../ui/classify/scene_box.py"></location>
        <location filename="../../ui/learning/path_choice.py"></location>
        <source>Product Folder…</source>
        <translation>Produktordner…</translation>
    </message>
    <message>
        <location filename="../../ui/classify/scene_box.py"></location>
        <location filename="../../ui/learning/path_choice.py"></location>
        <source>File…</source>
        <translation>Datei…</translation>
    </message>
    <message>
        <location filename="../../ui/classify/scene_box.py"></location>
        <location filename="../../ui/learning/path_choice.py"></location>
        <source>Products and rasters</source>
        <translation>Produkte und Raster</translation>
    </message>
    <message>
        <location filename="../../ui/classify/scene_box.py"></location>
        <location filename="../../ui/learning/path_choice.py"></location>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <location filename="../../ui/classify/scene_box.py"></location>
        <location filename="../../ui/product_dialog.py"></location>
        <source>Look at {path}</source>
        <translation>{path} untersuchen</translation>
    </message>
    <message>
        <location filename="../../ui/confusion_view.py"></location>
        <source>{row} taken for {column}: {count} of {total} ({share})</source>
        <translation>{row} für {column} gehalten: {count} von {total} ({share})</translation>
    </message>
    <message>
        <location filename="../../ui/confusion_view.py"></location>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <location filename="../../ui/confusion_view.py"></location>
        <source>Confusion matrix</source>
        <translation>Konfusionsmatrix</translation>
    </message>
    <message>
        <location filename="../../ui/environment.py"></location>
        <source>Set the engine up under Settings &gt; Options &gt; Echopatch.</source>
        <translation>Den Rechenkern unter Einstellungen &gt; Optionen &gt; Echopatch einrichten.</translation>
    </message>
    <message>
        <location filename="../../ui/environment.py"></location>
        <source>The Python that the engine was built on is gone, as happens when QGIS or Python is updated.</source>
        <translation>Das Python, auf dem der Rechenkern aufgebaut war, gibt es nicht mehr, wie es nach einer Aktualisierung von QGIS oder Python vorkommt.</translation>
    </message>
    <message>
        <location filename="../../ui/environment.py"></location>
        <source>The engine is being set up.</source>
        <translation>Der Rechenkern wird gerade eingerichtet.</translation>
    </message>
    <message>
        <location filename="../../ui/environment.py"></location>
        <source>The engine's files are gone.</source>
        <translation>Die Dateien des Rechenkerns gibt es nicht mehr.</translation>
    </message>
    <message>
        <location filename="../../ui/environment.py"></location>
        <source>The engine of Echopatch is not set up yet.</source>
        <translation>Der Rechenkern von Echopatch ist noch nicht eingerichtet.</translation>
    </message>
    <message>
        <location filename="../../ui/environment.py"></location>
        <source>This version of Echopatch needs other packages than the engine that is there.</source>
        <translation>Diese Version von Echopatch braucht andere Pakete als der vorhandene Rechenkern.</translation>
    </message>
    <message>
        <location filename="../../ui/environment.py"></location>
        <source>The chosen Python {python} is gone.</source>
        <translation>Das gewählte Python {python} gibt es nicht mehr.</translation>
    </message>
    <message>
        <location filename="../../ui/figures.py"></location>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <location filename="../../ui/figures.py"></location>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <location filename="../../ui/figures.py"></location>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/dock.py"></location>
        <source>Echopatch Jobs</source>
        <translation>Echopatch-Aufträge</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/dock.py"></location>
        <location filename="../../ui/result_panel.py"></location>
        <source>Copy Command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/dock.py"></location>
        <source>Remove from List</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/dock.py"></location>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/dock.py"></location>
        <source>Asked For</source>
        <translation>Angefordert</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/dock.py"></location>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/dock.py"></location>
        <source>Outputs</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/dock.py"></location>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/history.py"></location>
        <source>QGIS ended before this run did. Training and classification go on where they stopped when asked for again.</source>
        <translation>QGIS endete vor diesem Lauf. Training und Klassifizierung machen dort weiter, wo sie aufhörten, wenn man sie erneut anfordert.</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/outputs.py"></location>
        <location filename="../../core/contract/commands/scene.py"></location>
        <location filename="../../core/contract/commands/patches.py"></location>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <location filename="../../core/contract/commands/generation.py"></location>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <location filename="../../core/contract/commands/generation_quality.py"></location>
        <location filename="../../core/contract/commands/assessment.py"></location>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <location filename="../../core/contract/commands/export.py"></location>
        <location filename="../../core/contract/commands/sampling.py"></location>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/outputs.py"></location>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/outputs.py"></location>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/outputs.py"></location>
        <location filename="../../ui/product_dialog.py"></location>
        <source>Add to Project</source>
        <translation>Zum Projekt hinzufügen</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/picture.py"></location>
        <source>Double click to open {name}</source>
        <translation>Doppelklick öffnet {name}</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/run_view.py"></location>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/run_view.py"></location>
        <source>Confusion Matrix</source>
        <translation>Konfusionsmatrix</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/run_view.py"></location>
        <source>Learning Rates</source>
        <translation>Lernraten</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/run_view.py"></location>
        <location filename="../../ui/forms/labels.ui"></location>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/run_view.py"></location>
        <source>Convergence</source>
        <translation>Konvergenz</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/run_view.py"></location>
        <source>Waits for the runs before it.</source>
        <translation>Wartet auf die vorherigen Läufe.</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/run_view.py"></location>
        <source>{text}, for {time} so far</source>
        <translation>{text}, seit {time}</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/run_view.py"></location>
        <source>⚠ Warnings ({count})</source>
        <translation>⚠ Warnungen ({count})</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/run_view.py"></location>
        <source>{state} after {time}</source>
        <translation>{state} nach {time}</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/run_view.py"></location>
        <source>Starting</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/run_view.py"></location>
        <source>{said}; about {time} left</source>
        <translation>{said}; noch etwa {time}</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/words.py"></location>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/words.py"></location>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/words.py"></location>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/words.py"></location>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/words.py"></location>
        <source>Epoch {step}</source>
        <translation>Epoche {step}</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/words.py"></location>
        <source>Step {step}</source>
        <translation>Schritt {step}</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/words.py"></location>
        <source>loss (training)</source>
        <translation>Verlust (Training)</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/words.py"></location>
        <source>loss (validation)</source>
        <translation>Verlust (Validierung)</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/words.py"></location>
        <source>accuracy (validation)</source>
        <translation>Genauigkeit (Validierung)</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/words.py"></location>
        <source>mean recall (validation)</source>
        <translation>mittlere Trefferquote (Validierung)</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/words.py"></location>
        <source>learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/words.py"></location>
        <source>loss of the labels</source>
        <translation>Verlust der Labels</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/words.py"></location>
        <source>loss of the teacher</source>
        <translation>Verlust des Lehrers</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/words.py"></location>
        <source>loss of similarity</source>
        <translation>Verlust der Ähnlichkeit</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/words.py"></location>
        <source>loss of entropy</source>
        <translation>Verlust der Entropie</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/words.py"></location>
        <source>loss of diversity</source>
        <translation>Verlust der Vielfalt</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/words.py"></location>
        <source>loss of real patches</source>
        <translation>Verlust echter Patches</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/words.py"></location>
        <source>loss of made patches</source>
        <translation>Verlust erzeugter Patches</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/words.py"></location>
        <source>convergence M</source>
        <translation>Konvergenz M</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/words.py"></location>
        <source>diversity (real is 1)</source>
        <translation>Vielfalt (echte: 1)</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/words.py"></location>
        <source>seconds a step</source>
        <translation>Sekunden je Schritt</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/words.py"></location>
        <source>seconds a step of a generator</source>
        <translation>Sekunden je Schritt eines Generators</translation>
    </message>
    <message>
        <location filename="../../ui/jobs/words.py"></location>
        <source>expected minutes</source>
        <translation>erwartete Minuten</translation>
    </message>
    <message>
        <location filename="../../ui/labels/class_table.py"></location>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <location filename="../../ui/labels/class_table.py"></location>
        <location filename="../../ui/layers.py"></location>
        <location filename="../../ui/processing/classify.py"></location>
        <location filename="../../ui/result.py"></location>
        <location filename="../../ui/result_words.py"></location>
        <location filename="../../ui/forms/labels.ui"></location>
        <location filename="../../ui/forms/review.ui"></location>
        <location filename="../../core/contract/commands/sampling.py"></location>
        <source>Cells</source>
        <translation>Zellen</translation>
    </message>
    <message>
        <location filename="../../ui/labels/data.py"></location>
        <location filename="../../ui/labels/file.py"></location>
        <location filename="../../ui/product.py"></location>
        <source>Stopped as asked.</source>
        <translation>Wie gewünscht abgebrochen.</translation>
    </message>
    <message>
        <location filename="../../ui/labels/data.py"></location>
        <location filename="../../ui/layers.py"></location>
        <location filename="../../ui/product.py"></location>
        <source>{path} cannot be opened as a raster.</source>
        <translation>{path} lässt sich nicht als Raster öffnen.</translation>
    </message>
    <message>
        <location filename="../../ui/labels/desk.py"></location>
        <source>Continue Labels</source>
        <translation>Labels fortsetzen</translation>
    </message>
    <message>
        <location filename="../../ui/labels/dock.py"></location>
        <source>Echopatch Labels</source>
        <translation>Echopatch-Labels</translation>
    </message>
    <message>
        <location filename="../../ui/labels/editing.py"></location>
        <source>QGIS does not let {file} be edited: the file is read-only, or another program holds it.</source>
        <translation>QGIS lässt {file} nicht bearbeiten: die Datei ist schreibgeschützt, oder ein anderes Programm hält sie offen.</translation>
    </message>
    <message>
        <location filename="../../ui/labels/editing.py"></location>
        <source>The labels could not be saved: {reason}</source>
        <translation>Die Labels konnten nicht gespeichert werden: {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/labels/file.py"></location>
        <source>{path} is no file of labels that Echopatch has made; its labels can be brought into a new one with “From a Layer”.</source>
        <translation>{path} ist keine von Echopatch angelegte Labeldatei; ihre Labels lassen sich mit „Aus einem Layer“ in eine neue übernehmen.</translation>
    </message>
    <message>
        <location filename="../../ui/labels/file.py"></location>
        <source>{path} was written by a newer Echopatch (version {theirs}, this one reads {ours}): update the plugin.</source>
        <translation>{path} wurde von einem neueren Echopatch geschrieben (Version {theirs}, dieses liest {ours}): das Plugin aktualisieren.</translation>
    </message>
    <message>
        <location filename="../../ui/labels/file.py"></location>
        <source>No patch of the scene holds enough data to be labelled.</source>
        <translation>Kein Patch der Szene enthält genug Daten, um gelabelt zu werden.</translation>
    </message>
    <message>
        <location filename="../../ui/labels/file.py"></location>
        <source>{path} does not say what its cells were laid over.</source>
        <translation>{path} sagt nicht, worüber die Zellen gelegt wurden.</translation>
    </message>
    <message>
        <location filename="../../ui/labels/file.py"></location>
        <source>{path} cannot be written ({reason}).</source>
        <translation>{path} kann nicht geschrieben werden ({reason}).</translation>
    </message>
    <message>
        <location filename="../../ui/labels/file.py"></location>
        <source>{path} has no table “{table}”.</source>
        <translation>{path} hat keine Tabelle „{table}“.</translation>
    </message>
    <message>
        <location filename="../../ui/labels/grid.py"></location>
        <source>{scene} has {rows} × {columns} pixels of {size} m: less than one patch of {patch} px.</source>
        <translation>{scene} hat {rows} × {columns} Pixel von {size} m: weniger als ein Patch von {patch} px.</translation>
    </message>
    <message>
        <location filename="../../ui/labels/grid.py"></location>
        <source>{scene} does not lie on a map (no coordinate system): cells cannot be shown on it.</source>
        <translation>{scene} liegt nicht auf einer Karte (kein Bezugssystem): Zellen lassen sich darauf nicht zeigen.</translation>
    </message>
    <message>
        <location filename="../../ui/labels/grid.py"></location>
        <source>The pixel size of {scene} is not known.</source>
        <translation>Die Pixelgröße von {scene} ist nicht bekannt.</translation>
    </message>
    <message>
        <location filename="../../ui/labels/layer_box.py"></location>
        <source>{count} cells get a class.</source>
        <translation>{count} Zellen bekommen eine Klasse.</translation>
    </message>
    <message>
        <location filename="../../ui/labels/layer_box.py"></location>
        <source>{count} keep the label they have.</source>
        <translation>{count} behalten ihr Label.</translation>
    </message>
    <message>
        <location filename="../../ui/labels/layer_box.py"></location>
        <source>{count} are covered too little.</source>
        <translation>{count} sind zu wenig bedeckt.</translation>
    </message>
    <message>
        <location filename="../../ui/labels/layer_box.py"></location>
        <source>{count} are claimed by two classes (black) and get none.</source>
        <translation>{count} werden von zwei Klassen beansprucht (schwarz) und bekommen keine.</translation>
    </message>
    <message>
        <location filename="../../ui/labels/layer_box.py"></location>
        <source>{count} polygons cross themselves and are left out.</source>
        <translation>{count} Polygone überschneiden sich selbst und werden weggelassen.</translation>
    </message>
    <message>
        <location filename="../../ui/labels/layer_box.py"></location>
        <source>Choose a layer of points or polygons, and its field with the class.</source>
        <translation>Einen Layer aus Punkten oder Polygonen wählen, und sein Feld mit der Klasse.</translation>
    </message>
    <message>
        <location filename="../../ui/labels/layer_box.py"></location>
        <source>Labels from {layer}</source>
        <translation>Labels aus {layer}</translation>
    </message>
    <message>
        <location filename="../../ui/labels/layer_box.py"></location>
        <source>{count} cells were labelled.</source>
        <translation>{count} Zellen wurden gelabelt.</translation>
    </message>
    <message>
        <location filename="../../ui/labels/layer_box.py"></location>
        <source>New in the legend: {names}.</source>
        <translation>Neu in der Legende: {names}.</translation>
    </message>
    <message>
        <location filename="../../ui/labels/legend.py"></location>
        <source>it has no classes.</source>
        <translation>sie hat keine Klassen.</translation>
    </message>
    <message>
        <location filename="../../ui/labels/legend.py"></location>
        <source>a class has no name.</source>
        <translation>eine Klasse hat keinen Namen.</translation>
    </message>
    <message>
        <location filename="../../ui/labels/legend.py"></location>
        <source>there are two classes {code} “{name}”.</source>
        <translation>es gibt zwei Klassen {code} „{name}“.</translation>
    </message>
    <message>
        <location filename="../../ui/labels/legend.py"></location>
        <source>{path} is no legend: choose a GeoPackage, QML, CSV or model file.</source>
        <translation>{path} ist keine Legende: eine GeoPackage-, QML-, CSV- oder Modelldatei wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/labels/legend.py"></location>
        <source>No legend could be read from {path}: {reason}</source>
        <translation>Aus {path} ließ sich keine Legende lesen: {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/labels/legend_box.py"></location>
        <source>{done} of {all} cells</source>
        <translation>{done} von {all} Zellen</translation>
    </message>
    <message>
        <location filename="../../ui/labels/legend_box.py"></location>
        <source>Legends</source>
        <translation>Legenden</translation>
    </message>
    <message>
        <location filename="../../ui/labels/legend_box.py"></location>
        <location filename="../../ui/forms/labels.ui"></location>
        <location filename="../../ui/forms/labels_new.ui"></location>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <location filename="../../ui/labels/legend_box.py"></location>
        <location filename="../../ui/labels/new_dialog.py"></location>
        <source>From a File…</source>
        <translation>Aus einer Datei…</translation>
    </message>
    <message>
        <location filename="../../ui/labels/legend_box.py"></location>
        <source>TerraSAR-X Land Cover</source>
        <translation>TerraSAR-X-Landbedeckung</translation>
    </message>
    <message>
        <location filename="../../ui/labels/legend_box.py"></location>
        <source>Colour of the Class</source>
        <translation>Farbe der Klasse</translation>
    </message>
    <message>
        <location filename="../../ui/labels/legend_box.py"></location>
        <source>The legend stays as it was: {reason}</source>
        <translation>Die Legende blieb, wie sie war: {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/labels/legend_box.py"></location>
        <source>Class {number}</source>
        <translation>Klasse {number}</translation>
    </message>
    <message>
        <location filename="../../ui/labels/live_box.py"></location>
        <source>{labels} labels, mapped in {seconds} s.</source>
        <translation>{labels} Labels, kartiert in {seconds} s.</translation>
    </message>
    <message>
        <location filename="../../ui/labels/live_box.py"></location>
        <location filename="../../ui/forms/live_map.ui"></location>
        <source>Live Map</source>
        <translation>Live-Karte</translation>
    </message>
    <message>
        <location filename="../../ui/labels/live_box.py"></location>
        <location filename="../../ui/forms/live_map.ui"></location>
        <location filename="../../core/contract/commands/classify.py"></location>
        <location filename="../../core/contract/commands/embed.py"></location>
        <location filename="../../core/contract/commands/relearn.py"></location>
        <source>Feature grid</source>
        <translation>Merkmalsgitter</translation>
    </message>
    <message>
        <location filename="../../ui/labels/live_box.py"></location>
        <source>Folder NAME.features: what the model sees of the scene. Made once, then used again.</source>
        <translation>Ordner NAME.features: was das Modell von der Szene sieht. Einmal angelegt, dann wieder verwendet.</translation>
    </message>
    <message>
        <location filename="../../ui/labels/live_box.py"></location>
        <location filename="../../ui/forms/live_map.ui"></location>
        <source>New map after</source>
        <translation>Neue Karte nach</translation>
    </message>
    <message>
        <location filename="../../ui/labels/live_box.py"></location>
        <source> labels</source>
        <translation> Labels</translation>
    </message>
    <message>
        <location filename="../../ui/labels/live_box.py"></location>
        <source>Fewer labels are learned from after a short pause.</source>
        <translation>Aus weniger Labels wird nach einer kurzen Pause gelernt.</translation>
    </message>
    <message>
        <location filename="../../ui/labels/live_box.py"></location>
        <location filename="../../ui/forms/live_map.ui"></location>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <location filename="../../ui/labels/live_box.py"></location>
        <source>The model looks at the scene, once; labels can be given meanwhile.</source>
        <translation>Das Modell betrachtet einmal die Szene; währenddessen lässt sich weiter labeln.</translation>
    </message>
    <message>
        <location filename="../../ui/labels/live_box.py"></location>
        <source>The engine starts.</source>
        <translation>Der Rechenkern startet.</translation>
    </message>
    <message>
        <location filename="../../ui/labels/live_box.py"></location>
        <source>In places left out, {right} of {judged} are answered rightly.</source>
        <translation>An ausgelassenen Orten sind {right} von {judged} Antworten richtig.</translation>
    </message>
    <message>
        <location filename="../../ui/labels/live_box.py"></location>
        <source>Start the Live Map</source>
        <translation>Live-Karte starten</translation>
    </message>
    <message>
        <location filename="../../ui/labels/live_box.py"></location>
        <source>Look at the Scene and Start the Live Map</source>
        <translation>Szene betrachten und Live-Karte starten</translation>
    </message>
    <message>
        <location filename="../../ui/labels/live_box.py"></location>
        <source>Look at {scene}</source>
        <translation>{scene} betrachten</translation>
    </message>
    <message>
        <location filename="../../ui/labels/live_box.py"></location>
        <source>Stop the Live Map</source>
        <translation>Live-Karte beenden</translation>
    </message>
    <message>
        <location filename="../../ui/labels/live_map.py"></location>
        <source>Live map</source>
        <translation>Live-Karte</translation>
    </message>
    <message>
        <location filename="../../ui/labels/live_map.py"></location>
        <source>The live map begins with labels of two classes.</source>
        <translation>Die Live-Karte beginnt mit Labels von zwei Klassen.</translation>
    </message>
    <message>
        <location filename="../../ui/labels/new_dialog.py"></location>
        <source>{rows} × {columns} = {count} cells of {metres} m; those without data are left out.</source>
        <translation>{rows} × {columns} = {count} Zellen von {metres} m; solche ohne Daten werden weggelassen.</translation>
    </message>
    <message>
        <location filename="../../ui/labels/new_dialog.py"></location>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <location filename="../../ui/labels/new_dialog.py"></location>
        <source>New labels</source>
        <translation>Neue Labels</translation>
    </message>
    <message>
        <location filename="../../ui/labels/new_dialog.py"></location>
        <source>Default of the paper</source>
        <translation>Vorgabe der Veröffentlichung</translation>
    </message>
    <message>
        <location filename="../../ui/labels/new_dialog.py"></location>
        <source>TerraSAR-X land cover</source>
        <translation>TerraSAR-X-Landbedeckung</translation>
    </message>
    <message>
        <location filename="../../ui/labels/new_dialog.py"></location>
        <location filename="../../ui/learning/sources.py"></location>
        <location filename="../../ui/processing/scenes.py"></location>
        <location filename="../../ui/forms/labels_new.ui"></location>
        <location filename="../../ui/forms/review.ui"></location>
        <location filename="../../core/contract/commands/patches.py"></location>
        <location filename="../../core/contract/commands/embed.py"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <location filename="../../core/contract/commands/relearn.py"></location>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <location filename="../../ui/labels/new_dialog.py"></location>
        <source>Choose a scene.</source>
        <translation>Eine Szene wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/labels/new_dialog.py"></location>
        <source>{file} is there already: continue it from the dock, or choose another name.</source>
        <translation>{file} gibt es bereits: im Dock fortsetzen oder einen anderen Namen wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/labels/new_dialog.py"></location>
        <source>{file} (classes of the file)</source>
        <translation>{file} (Klassen der Datei)</translation>
    </message>
    <message>
        <location filename="../../ui/labels/new_dialog.py"></location>
        <source>{model} (classes of the model)</source>
        <translation>{model} (Klassen des Modells)</translation>
    </message>
    <message>
        <location filename="../../ui/labels/page.py"></location>
        <source>{count} cells of {metres} m</source>
        <translation>{count} Zellen von {metres} m</translation>
    </message>
    <message>
        <location filename="../../ui/labels/page.py"></location>
        <source>Row {row}, column {column}: {name}</source>
        <translation>Zeile {row}, Spalte {column}: {name}</translation>
    </message>
    <message>
        <location filename="../../ui/labels/page.py"></location>
        <source>1–9 label · 0 clears · Backspace undoes · Enter skips · N next · P back · arrows move</source>
        <translation>1–9 labelt · 0 leert · Rücktaste macht rückgängig · Enter überspringt · N weiter · P zurück · Pfeile bewegen</translation>
    </message>
    <message>
        <location filename="../../ui/labels/page.py"></location>
        <source>The nearest first</source>
        <translation>Die nächste zuerst</translation>
    </message>
    <message>
        <location filename="../../ui/labels/page.py"></location>
        <source>Row by row</source>
        <translation>Zeile für Zeile</translation>
    </message>
    <message>
        <location filename="../../ui/labels/page.py"></location>
        <source>The drawn sample</source>
        <translation>Die gezogene Stichprobe</translation>
    </message>
    <message>
        <location filename="../../ui/labels/page.py"></location>
        <source>Every cell of this order has a class.</source>
        <translation>Jede Zelle dieser Reihenfolge hat eine Klasse.</translation>
    </message>
    <message>
        <location filename="../../ui/labels/page.py"></location>
        <source>No cell is chosen: right-click one, or press N.</source>
        <translation>Keine Zelle ist gewählt: eine mit rechts anklicken oder N drücken.</translation>
    </message>
    <message>
        <location filename="../../ui/labels/page.py"></location>
        <location filename="../../ui/labels/style.py"></location>
        <source>not labelled</source>
        <translation>ohne Label</translation>
    </message>
    <message>
        <location filename="../../ui/labels/sample_box.py"></location>
        <source>{done} of {all} drawn cells are labelled ({share}).</source>
        <translation>{done} von {all} gezogenen Zellen sind gelabelt ({share}).</translation>
    </message>
    <message>
        <location filename="../../ui/labels/sample_box.py"></location>
        <source>Find the strata of the cells</source>
        <translation>Schichten der Zellen bestimmen</translation>
    </message>
    <message>
        <location filename="../../ui/labels/sample_box.py"></location>
        <source>Random: every cell alike</source>
        <translation>Zufällig: jede Zelle gleich</translation>
    </message>
    <message>
        <location filename="../../ui/labels/sample_box.py"></location>
        <source>Stratified: as many of each class of a map</source>
        <translation>Geschichtet: je Klasse gleich viele</translation>
    </message>
    <message>
        <location filename="../../ui/labels/sample_box.py"></location>
        <source>Spread: one in each neighbourhood</source>
        <translation>Verteilt: je Nachbarschaft eine</translation>
    </message>
    <message>
        <location filename="../../ui/labels/sample_box.py"></location>
        <source>Choose the map whose classes are the strata, such as the regions of a result.</source>
        <translation>Die Karte wählen, deren Klassen die Schichten sind, etwa die Regionen eines Ergebnisses.</translation>
    </message>
    <message>
        <location filename="../../ui/labels/sampling.py"></location>
        <source>The map has {classes} classes: draw at least as many cells.</source>
        <translation>Die Karte hat {classes} Klassen: mindestens so viele Zellen ziehen.</translation>
    </message>
    <message>
        <location filename="../../ui/labels/sampling.py"></location>
        <source>{count} cells cannot be drawn from {total}.</source>
        <translation>{count} Zellen lassen sich nicht aus {total} ziehen.</translation>
    </message>
    <message>
        <location filename="../../ui/labels/store.py"></location>
        <source>{count} cells are labelled “{name}”: give them another class first.</source>
        <translation>{count} Zellen sind als „{name}“ gelabelt: ihnen zuerst eine andere Klasse geben.</translation>
    </message>
    <message>
        <location filename="../../ui/labels/store.py"></location>
        <source>Rename a class</source>
        <translation>Klasse umbenennen</translation>
    </message>
    <message>
        <location filename="../../ui/labels/store.py"></location>
        <source>Label {count} cells</source>
        <translation>{count} Zellen labeln</translation>
    </message>
    <message>
        <location filename="../../ui/labels/store.py"></location>
        <source>Draw a sample of {count} cells</source>
        <translation>Stichprobe von {count} Zellen ziehen</translation>
    </message>
    <message>
        <location filename="../../ui/labels/style.py"></location>
        <source>to label (sample)</source>
        <translation>zu labeln (Stichprobe)</translation>
    </message>
    <message>
        <location filename="../../ui/layers.py"></location>
        <location filename="../../ui/processing/classify.py"></location>
        <location filename="../../ui/result_words.py"></location>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <location filename="../../ui/layers.py"></location>
        <location filename="../../ui/learning/patch_facts.py"></location>
        <location filename="../../ui/words.py"></location>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <location filename="../../ui/layers.py"></location>
        <source>Footprint</source>
        <translation>Umriss</translation>
    </message>
    <message>
        <location filename="../../ui/layers.py"></location>
        <source>Split of {name}</source>
        <translation>Aufteilung von {name}</translation>
    </message>
    <message>
        <location filename="../../ui/layers.py"></location>
        <location filename="../../ui/processing/assessment.py"></location>
        <location filename="../../ui/forms/labels.ui"></location>
        <location filename="../../core/contract/commands/sampling.py"></location>
        <source>Sample</source>
        <translation>Stichprobe</translation>
    </message>
    <message>
        <location filename="../../ui/layers.py"></location>
        <source>The product does not say where it lies.</source>
        <translation>Das Produkt sagt nicht, wo es liegt.</translation>
    </message>
    <message>
        <location filename="../../ui/layers.py"></location>
        <source>{path} holds no layer that QGIS can read.</source>
        <translation>{path} enthält keinen Layer, den QGIS lesen kann.</translation>
    </message>
    <message>
        <location filename="../../ui/learning/desk.py"></location>
        <source>{title}: done.</source>
        <translation>{title}: fertig.</translation>
    </message>
    <message>
        <location filename="../../ui/learning/desk.py"></location>
        <source>{title}: stopped as asked.</source>
        <translation>{title}: wie gewünscht abgebrochen.</translation>
    </message>
    <message>
        <location filename="../../ui/learning/dialog.py"></location>
        <source>None: random weights</source>
        <translation>Keine: zufällige Gewichte</translation>
    </message>
    <message>
        <location filename="../../ui/learning/dialog.py"></location>
        <source>Start Training</source>
        <translation>Training starten</translation>
    </message>
    <message>
        <location filename="../../ui/learning/dialog.py"></location>
        <source>A training of this dialog is under way.</source>
        <translation>Ein Training dieses Dialogs ist im Gange.</translation>
    </message>
    <message>
        <location filename="../../ui/learning/dialog.py"></location>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <location filename="../../ui/learning/dialog.py"></location>
        <location filename="../../ui/models/library.py"></location>
        <source>There is a model {name} already: choose another name.</source>
        <translation>Es gibt bereits ein Modell {name}: einen anderen Namen wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/learning/distil_dialog.py"></location>
        <location filename="../../ui/learning/fine_tune_dialog.py"></location>
        <source>Choose a start model; new ones come from Settings &gt; Options &gt; Echopatch.</source>
        <translation>Ein Ausgangsmodell wählen; neue gibt es unter Einstellungen &gt; Optionen &gt; Echopatch.</translation>
    </message>
    <message>
        <location filename="../../ui/learning/distil_dialog.py"></location>
        <source>Student: {name} (2 of 2)</source>
        <translation>Schüler: {name} (2 von 2)</translation>
    </message>
    <message>
        <location filename="../../ui/learning/distil_dialog.py"></location>
        <source>Train one on these optical images first</source>
        <translation>Zuerst eines mit diesen optischen Bildern trainieren</translation>
    </message>
    <message>
        <location filename="../../ui/learning/distil_dialog.py"></location>
        <source>How long it takes is known once the patches have been looked at.</source>
        <translation>Wie lange es dauert, ist bekannt, sobald die Patches untersucht sind.</translation>
    </message>
    <message>
        <location filename="../../ui/learning/distil_dialog.py"></location>
        <source>Student: {name}</source>
        <translation>Schüler: {name}</translation>
    </message>
    <message>
        <location filename="../../ui/learning/distil_dialog.py"></location>
        <source>{name} (optical)</source>
        <translation>{name} (optisch)</translation>
    </message>
    <message>
        <location filename="../../ui/learning/distil_dialog.py"></location>
        <source>{name} (radar)</source>
        <translation>{name} (Radar)</translation>
    </message>
    <message>
        <location filename="../../ui/learning/distil_dialog.py"></location>
        <source>There is a teacher {name} already: choose it, or another name.</source>
        <translation>Es gibt bereits einen Lehrer {name}: ihn oder einen anderen Namen wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/learning/distil_dialog.py"></location>
        <source>Teacher of {name} (1 of 2)</source>
        <translation>Lehrer von {name} (1 von 2)</translation>
    </message>
    <message>
        <location filename="../../ui/learning/fine_tune_dialog.py"></location>
        <source>The start model stays as it is, only its last layer learns: seconds. To look around, and for a handful of labels.</source>
        <translation>Das Ausgangsmodell bleibt, wie es ist, nur seine letzte Schicht lernt: Sekunden. Um sich umzusehen, und für eine Handvoll Labels.</translation>
    </message>
    <message>
        <location filename="../../ui/learning/fine_tune_dialog.py"></location>
        <source>All of the start model learns on, in the measured default way: minutes.</source>
        <translation>Das ganze Ausgangsmodell lernt weiter, auf die gemessene voreingestellte Weise: Minuten.</translation>
    </message>
    <message>
        <location filename="../../ui/learning/fine_tune_dialog.py"></location>
        <source>Three times as long, the last layer first, early layers slowly; ends by itself when nothing gets better.</source>
        <translation>Dreimal so lang, die letzte Schicht zuerst, frühe Schichten langsam; endet von selbst, wenn nichts mehr besser wird.</translation>
    </message>
    <message>
        <location filename="../../ui/learning/fine_tune_dialog.py"></location>
        <source>The start model is a {theirs}: choose that backbone, leave it out, or start from random weights.</source>
        <translation>Das Ausgangsmodell ist ein {theirs}: dieses Backbone wählen, es weglassen oder mit zufälligen Gewichten beginnen.</translation>
    </message>
    <message>
        <location filename="../../ui/learning/fine_tune_dialog.py"></location>
        <source>Goes on with a training of this name that was stopped.</source>
        <translation>Setzt ein abgebrochenes Training dieses Namens fort.</translation>
    </message>
    <message>
        <location filename="../../ui/learning/fine_tune_dialog.py"></location>
        <source>Train {name}</source>
        <translation>{name} trainieren</translation>
    </message>
    <message>
        <location filename="../../ui/learning/patch_facts.py"></location>
        <source>The training patches are all of one class: label patches of a second one.</source>
        <translation>Die Trainings-Patches sind alle von einer Klasse: Patches einer zweiten labeln.</translation>
    </message>
    <message>
        <location filename="../../ui/learning/patch_facts.py"></location>
        <source>⚠ {distance} px off (± {uncertainty} px). Mend the place of the image first: its pairs show different ground.</source>
        <translation>⚠ {distance} px daneben (± {uncertainty} px). Zuerst die Lage des Bildes berichtigen: seine Paare zeigen verschiedenen Boden.</translation>
    </message>
    <message>
        <location filename="../../ui/learning/patch_facts.py"></location>
        <source>✓ {distance} px off (± {uncertainty} px), near enough.</source>
        <translation>✓ {distance} px daneben (± {uncertainty} px), nahe genug.</translation>
    </message>
    <message>
        <location filename="../../ui/learning/patch_facts.py"></location>
        <source>{count} patches of {px} × {px} pixels</source>
        <translation>{count} Patches von {px} × {px} Pixeln</translation>
    </message>
    <message>
        <location filename="../../ui/learning/patch_facts.py"></location>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <location filename="../../ui/learning/patch_facts.py"></location>
        <source>How far the optical images lie off was not estimated when the set was made.</source>
        <translation>Wie weit die optischen Bilder danebenliegen, wurde beim Anlegen des Satzes nicht geschätzt.</translation>
    </message>
    <message>
        <location filename="../../ui/learning/patch_facts.py"></location>
        <source>Do the Images Lie on Each Other?</source>
        <translation>Liegen die Bilder aufeinander?</translation>
    </message>
    <message>
        <location filename="../../ui/learning/patch_facts.py"></location>
        <source>chips</source>
        <translation>Chips</translation>
    </message>
    <message>
        <location filename="../../ui/learning/patch_facts.py"></location>
        <source>⚠ Could not be estimated from {pairs} pairs.</source>
        <translation>⚠ Ließ sich aus {pairs} Paaren nicht schätzen.</translation>
    </message>
    <message>
        <location filename="../../ui/learning/patches_page.py"></location>
        <source>{files} has edits that are not saved yet. Save them before patches are cut? Otherwise they are left out.</source>
        <translation>{files} hat noch ungespeicherte Änderungen. Vor dem Ausschneiden der Patches speichern? Sonst fehlen sie darin.</translation>
    </message>
    <message>
        <location filename="../../ui/learning/patches_page.py"></location>
        <source>Choose scenes and labels, then look: patches are cut, counted by class, and shown on the map as training, validation and test.</source>
        <translation>Szenen und Labels wählen, dann ansehen: Patches werden ausgeschnitten, nach Klasse gezählt und in der Karte als Training, Validierung und Test gezeigt.</translation>
    </message>
    <message>
        <location filename="../../ui/learning/patches_page.py"></location>
        <source>Choose a patch set, then look: its patches are counted by class, and shown on the map as training, validation and test.</source>
        <translation>Einen Patchsatz wählen, dann ansehen: seine Patches werden nach Klasse gezählt und in der Karte als Training, Validierung und Test gezeigt.</translation>
    </message>
    <message>
        <location filename="../../ui/learning/patches_page.py"></location>
        <source>The patches are being looked at.</source>
        <translation>Die Patches werden untersucht.</translation>
    </message>
    <message>
        <location filename="../../ui/learning/patches_page.py"></location>
        <source>These patches have no optical images: cut them with optical images, or choose another patch set.</source>
        <translation>Diese Patches haben keine optischen Bilder: sie mit optischen Bildern ausschneiden oder einen anderen Patchsatz wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/learning/patches_page.py"></location>
        <source>Unsaved Labels</source>
        <translation>Ungespeicherte Labels</translation>
    </message>
    <message>
        <location filename="../../ui/learning/patches_page.py"></location>
        <source>Look at the patches first.</source>
        <translation>Zuerst die Patches ansehen.</translation>
    </message>
    <message>
        <location filename="../../ui/learning/patches_page.py"></location>
        <source>Describe patches: {name}</source>
        <translation>Patches beschreiben: {name}</translation>
    </message>
    <message>
        <location filename="../../ui/learning/patches_page.py"></location>
        <source>Cut patches: {name}</source>
        <translation>Patches ausschneiden: {name}</translation>
    </message>
    <message>
        <location filename="../../ui/learning/patches_page.py"></location>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Patch sets</source>
        <translation>Patchsätze</translation>
    </message>
    <message>
        <location filename="../../ui/learning/path_choice.py"></location>
        <location filename="../../ui/models/pages.py"></location>
        <location filename="../../ui/result_words.py"></location>
        <location filename="../../ui/forms/labels_new.ui"></location>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <location filename="../../ui/learning/path_choice.py"></location>
        <source>Rasters</source>
        <translation>Raster</translation>
    </message>
    <message>
        <location filename="../../ui/learning/path_choice.py"></location>
        <source>Vector files</source>
        <translation>Vektordateien</translation>
    </message>
    <message>
        <location filename="../../ui/learning/run_page.py"></location>
        <source>End Now, Keep the Best</source>
        <translation>Jetzt beenden, beste behalten</translation>
    </message>
    <message>
        <location filename="../../ui/learning/run_page.py"></location>
        <source>Ends the training after the epoch at hand; the best epoch so far becomes the model.</source>
        <translation>Beendet das Training nach der laufenden Epoche; die bisher beste Epoche wird zum Modell.</translation>
    </message>
    <message>
        <location filename="../../ui/learning/run_page.py"></location>
        <source>The report is being written; it opens by itself.</source>
        <translation>Der Bericht wird geschrieben; er öffnet sich von selbst.</translation>
    </message>
    <message>
        <location filename="../../ui/learning/run_page.py"></location>
        <source>Report…</source>
        <translation>Bericht…</translation>
    </message>
    <message>
        <location filename="../../ui/learning/run_page.py"></location>
        <source>Use for Classification…</source>
        <translation>Zum Klassifizieren verwenden…</translation>
    </message>
    <message>
        <location filename="../../ui/learning/run_page.py"></location>
        <source>Stopped. The epochs so far are kept: the same training with the same settings goes on from there.</source>
        <translation>Abgebrochen. Die bisherigen Epochen sind aufbewahrt: dasselbe Training mit denselben Einstellungen macht dort weiter.</translation>
    </message>
    <message>
        <location filename="../../ui/learning/run_page.py"></location>
        <source>The training ends after the epoch at hand.</source>
        <translation>Das Training endet nach der laufenden Epoche.</translation>
    </message>
    <message>
        <location filename="../../ui/learning/run_page.py"></location>
        <source>The training is about to end by itself.</source>
        <translation>Das Training ist gerade dabei, von selbst zu enden.</translation>
    </message>
    <message>
        <location filename="../../ui/learning/run_page.py"></location>
        <source>Report on {name}</source>
        <translation>Bericht über {name}</translation>
    </message>
    <message>
        <location filename="../../ui/learning/run_page.py"></location>
        <source>The model lies in the model library:</source>
        <translation>Das Modell liegt in der Modellbibliothek:</translation>
    </message>
    <message>
        <location filename="../../ui/learning/run_page.py"></location>
        <source>The training could not be asked to end: {reason}</source>
        <translation>Das Training ließ sich nicht zum Beenden auffordern: {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/learning/sources.py"></location>
        <source>Choose a scene and its labels.</source>
        <translation>Eine Szene und ihre Labels wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/learning/sources.py"></location>
        <source>Each row needs a scene and its labels.</source>
        <translation>Jede Zeile braucht eine Szene und ihre Labels.</translation>
    </message>
    <message>
        <location filename="../../ui/learning/sources.py"></location>
        <source>Scenes and labels</source>
        <translation>Szenen und Labels</translation>
    </message>
    <message>
        <location filename="../../ui/learning/sources.py"></location>
        <source>Each row needs a scene, its labels and an optical image.</source>
        <translation>Jede Zeile braucht eine Szene, ihre Labels und ein optisches Bild.</translation>
    </message>
    <message>
        <location filename="../../ui/learning/sources.py"></location>
        <source>Optical Image</source>
        <translation>Optisches Bild</translation>
    </message>
    <message>
        <location filename="../../ui/learning/verdict.py"></location>
        <source>Chance can explain the difference to its parent {parent}: mean recall {difference}{interval}.</source>
        <translation>Der Unterschied zum Ausgangsmodell {parent} kann Zufall sein: mittlere Trefferquote {difference}{interval}.</translation>
    </message>
    <message>
        <location filename="../../ui/learning/verdict.py"></location>
        <source>Better than its parent {parent}: mean recall {difference}{interval}.</source>
        <translation>Besser als sein Ausgangsmodell {parent}: mittlere Trefferquote {difference}{interval}.</translation>
    </message>
    <message>
        <location filename="../../ui/learning/verdict.py"></location>
        <source>Worse than its parent {parent}: mean recall {difference}{interval}. Keep the parent.</source>
        <translation>Schlechter als sein Ausgangsmodell {parent}: mittlere Trefferquote {difference}{interval}. Das Ausgangsmodell behalten.</translation>
    </message>
    <message>
        <location filename="../../ui/learning/verdict.py"></location>
        <source>Mean recall</source>
        <translation>Mittlere Trefferquote</translation>
    </message>
    <message>
        <location filename="../../ui/learning/verdict.py"></location>
        <location filename="../../ui/processing/assessment.py"></location>
        <location filename="../../ui/forms/models.ui"></location>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <location filename="../../ui/learning/verdict.py"></location>
        <source>Macro F1</source>
        <translation>F1, über Klassen gemittelt</translation>
    </message>
    <message>
        <location filename="../../ui/learning/verdict.py"></location>
        <source>Calibration error</source>
        <translation>Kalibrierfehler</translation>
    </message>
    <message>
        <location filename="../../ui/learning/verdict.py"></location>
        <source>New Model</source>
        <translation>Neues Modell</translation>
    </message>
    <message>
        <location filename="../../ui/learning/verdict.py"></location>
        <source>On {count} test patches:</source>
        <translation>Auf {count} Test-Patches:</translation>
    </message>
    <message>
        <location filename="../../ui/learning/verdict.py"></location>
        <source>Mean recall {recall}. There is no parent of the same legend to compare with.</source>
        <translation>Mittlere Trefferquote {recall}. Es gibt kein Ausgangsmodell gleicher Legende zum Vergleichen.</translation>
    </message>
    <message>
        <location filename="../../ui/learning/verdict.py"></location>
        <source>(95 % interval {low} to {high})</source>
        <translation>(95-%-Intervall {low} bis {high})</translation>
    </message>
    <message>
        <location filename="../../ui/learning/verdict.py"></location>
        <source>Without test patches, or without labels, nobody knows how good this model is: assess it on others.</source>
        <translation>Ohne Test-Patches oder ohne Labels weiß niemand, wie gut dieses Modell ist: es auf anderen beurteilen.</translation>
    </message>
    <message>
        <location filename="../../ui/learning/verdict.py"></location>
        <source>Parent</source>
        <translation>Ausgangsmodell</translation>
    </message>
    <message>
        <location filename="../../ui/learning/verdict.py"></location>
        <source>Recall of {name}</source>
        <translation>Trefferquote von {name}</translation>
    </message>
    <message>
        <location filename="../../ui/models/dialog.py"></location>
        <source>Import a model</source>
        <translation>Modell importieren</translation>
    </message>
    <message>
        <location filename="../../ui/models/dialog.py"></location>
        <source>Import a Model</source>
        <translation>Modell importieren</translation>
    </message>
    <message>
        <location filename="../../ui/models/dialog.py"></location>
        <source>{names} learned from it, and will name it by its checksum alone.</source>
        <translation>{names} hat daraus gelernt und wird es nur noch mit seiner Prüfsumme nennen.</translation>
    </message>
    <message>
        <location filename="../../ui/models/dialog.py"></location>
        <source>Delete the Model</source>
        <translation>Modell löschen</translation>
    </message>
    <message>
        <location filename="../../ui/models/dialog.py"></location>
        <source>The checksum is in the clipboard.</source>
        <translation>Die Prüfsumme ist in der Zwischenablage.</translation>
    </message>
    <message>
        <location filename="../../ui/models/dialog.py"></location>
        <source>Renamed; the checksum is the same as before.</source>
        <translation>Umbenannt; die Prüfsumme ist dieselbe wie zuvor.</translation>
    </message>
    <message>
        <location filename="../../ui/models/dialog.py"></location>
        <source>Models of optical images cannot be exported.</source>
        <translation>Modelle für optische Bilder lassen sich nicht exportieren.</translation>
    </message>
    <message>
        <location filename="../../ui/models/dialog.py"></location>
        <source>Imported: the engine opens it, and it answers.</source>
        <translation>Importiert: der Rechenkern öffnet es, und es antwortet.</translation>
    </message>
    <message>
        <location filename="../../ui/models/dialog.py"></location>
        <source>Rename the Model</source>
        <translation>Modell umbenennen</translation>
    </message>
    <message>
        <location filename="../../ui/models/dialog.py"></location>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
    <message>
        <location filename="../../ui/models/dialog.py"></location>
        <source>Delete {path}? This cannot be undone.</source>
        <translation>{path} löschen? Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <location filename="../../ui/models/dialog.py"></location>
        <source>The engine opens {name} and asks it about a patch…</source>
        <translation>Der Rechenkern öffnet {name} und fragt es nach einem Patch…</translation>
    </message>
    <message>
        <location filename="../../ui/models/dialog.py"></location>
        <source>This model belongs to Echopatch itself, and stays as it is.</source>
        <translation>Dieses Modell gehört zu Echopatch selbst und bleibt, wie es ist.</translation>
    </message>
    <message>
        <location filename="../../ui/models/dialog.py"></location>
        <source>The import was stopped.</source>
        <translation>Der Import wurde abgebrochen.</translation>
    </message>
    <message>
        <location filename="../../ui/models/dialog.py"></location>
        <source>{name} is deleted.</source>
        <translation>{name} ist gelöscht.</translation>
    </message>
    <message>
        <location filename="../../ui/models/export_dialog.py"></location>
        <source>The exported model sees 256 grey levels over its own dB window, at its own pixel size, and takes any other raster without a word: from the scene itself, its answers would mean nothing. This writes the right raster and adds it to the project.</source>
        <translation>Das exportierte Modell sieht 256 Graustufen über seinem eigenen dB-Fenster, in seiner eigenen Pixelgröße, und nimmt jedes andere Raster wortlos an: auf der Szene selbst wären seine Antworten ohne Bedeutung. Hiermit wird das richtige Raster geschrieben und dem Projekt hinzugefügt.</translation>
    </message>
    <message>
        <location filename="../../ui/models/export_dialog.py"></location>
        <source>For ONNX Runtime and whatever reads ONNX: 256 grey levels in, probabilities of the classes out.</source>
        <translation>Für ONNX Runtime und alles, was ONNX liest: 256 Graustufen hinein, Wahrscheinlichkeiten der Klassen heraus.</translation>
    </message>
    <message>
        <location filename="../../ui/models/export_dialog.py"></location>
        <source>For the QGIS plugin Deepness: it fills in tile size, pixel size and classes by itself. Leave its class threshold at 0, and its removal of small areas.</source>
        <translation>Für das QGIS-Plugin Deepness: es trägt Kachelgröße, Pixelgröße und Klassen selbst ein. Dessen Klassenschwelle und das Entfernen kleiner Flächen auf 0 lassen.</translation>
    </message>
    <message>
        <location filename="../../ui/models/export_dialog.py"></location>
        <source>A STAC item for a catalogue of models: what the model needs, what it answers, and its checksum.</source>
        <translation>Ein STAC-Eintrag für einen Modellkatalog: was das Modell braucht, was es antwortet, und seine Prüfsumme.</translation>
    </message>
    <message>
        <location filename="../../ui/models/export_dialog.py"></location>
        <source>The model was trained on patches of unknown pixel size: nobody knows which raster it needs.</source>
        <translation>Das Modell wurde mit Patches unbekannter Pixelgröße trainiert: niemand weiß, welches Raster es braucht.</translation>
    </message>
    <message>
        <location filename="../../ui/models/export_dialog.py"></location>
        <source>Raster</source>
        <translation>Raster</translation>
    </message>
    <message>
        <location filename="../../ui/models/export_dialog.py"></location>
        <source>Export {name}</source>
        <translation>{name} exportieren</translation>
    </message>
    <message>
        <location filename="../../ui/models/export_dialog.py"></location>
        <source>8-bit raster of {scene}</source>
        <translation>8-Bit-Raster von {scene}</translation>
    </message>
    <message>
        <location filename="../../ui/models/library.py"></location>
        <source>{path} does not lie in the library, and stays as it is.</source>
        <translation>{path} liegt nicht in der Bibliothek und bleibt, wie es ist.</translation>
    </message>
    <message>
        <location filename="../../ui/models/model_pages.py"></location>
        <source>Checksums of models</source>
        <translation>Prüfsummen der Modelle</translation>
    </message>
    <message>
        <location filename="../../ui/models/model_pages.py"></location>
        <source>There is no model yet: import one, download the shipped one in the options, or train your own.</source>
        <translation>Es gibt noch kein Modell: eines importieren, das mitgelieferte in den Optionen herunterladen oder ein eigenes trainieren.</translation>
    </message>
    <message>
        <location filename="../../ui/models/pages.py"></location>
        <source>Mean recall {recall}, accuracy {accuracy}, on {count} test patches of its own training.</source>
        <translation>Mittlere Trefferquote {recall}, Genauigkeit {accuracy}, auf {count} Test-Patches aus dem eigenen Training.</translation>
    </message>
    <message>
        <location filename="../../ui/models/pages.py"></location>
        <source>The card holds no figures of a test. “Assess…” judges the model on labelled patches.</source>
        <translation>Die Karte enthält keine Testergebnisse. „Beurteilen…“ misst das Modell an gelabelten Patches.</translation>
    </message>
    <message>
        <location filename="../../ui/models/pages.py"></location>
        <source>{child} was taught by {name}</source>
        <translation>{child} hat von {name} gelernt</translation>
    </message>
    <message>
        <location filename="../../ui/models/pages.py"></location>
        <source>{child} was trained from {name}</source>
        <translation>{child} wurde aus {name} trainiert</translation>
    </message>
    <message>
        <location filename="../../ui/models/pages.py"></location>
        <source>How much of the class the model finds.</source>
        <translation>Wie viel von der Klasse das Modell findet.</translation>
    </message>
    <message>
        <location filename="../../ui/models/pages.py"></location>
        <source>How much of what it calls so truly is.</source>
        <translation>Wie viel von dem, was es so nennt, es in Wahrheit ist.</translation>
    </message>
    <message>
        <location filename="../../ui/models/pages.py"></location>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <location filename="../../ui/models/pages.py"></location>
        <source>Original name</source>
        <translation>Ursprünglicher Name</translation>
    </message>
    <message>
        <location filename="../../ui/models/pages.py"></location>
        <source>Came from</source>
        <translation>Stammt von</translation>
    </message>
    <message>
        <location filename="../../ui/models/pages.py"></location>
        <source>Taught</source>
        <translation>Hat gelehrt</translation>
    </message>
    <message>
        <location filename="../../ui/models/pages.py"></location>
        <location filename="../../ui/forms/augment_patches.ui"></location>
        <location filename="../../ui/forms/patches_page.ui"></location>
        <location filename="../../core/contract/commands/patches.py"></location>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <location filename="../../core/contract/commands/generation.py"></location>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <location filename="../../core/contract/commands/assessment.py"></location>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <source>Patch set</source>
        <translation>Patchsatz</translation>
    </message>
    <message>
        <location filename="../../ui/models/pages.py"></location>
        <source>no other model: it was trained from public or random weights</source>
        <translation>keinem anderen Modell: aus öffentlichen oder zufälligen Gewichten trainiert</translation>
    </message>
    <message>
        <location filename="../../ui/models/pages.py"></location>
        <source>a model without name</source>
        <translation>einem Modell ohne Namen</translation>
    </message>
    <message>
        <location filename="../../ui/models/pages.py"></location>
        <source>{name} (not in the library)</source>
        <translation>{name} (nicht in der Bibliothek)</translation>
    </message>
    <message>
        <location filename="../../ui/models/pages.py"></location>
        <location filename="../../ui/result_words.py"></location>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <location filename="../../ui/models/pages.py"></location>
        <source>being worked out…</source>
        <translation>wird berechnet…</translation>
    </message>
    <message>
        <location filename="../../ui/models/pages.py"></location>
        <source>Training, Where It Differs from the Defaults</source>
        <translation>Training, soweit von den Vorgaben abweichend</translation>
    </message>
    <message>
        <location filename="../../ui/outputs.py"></location>
        <source>Name what is to be written.</source>
        <translation>Angeben, was geschrieben werden soll.</translation>
    </message>
    <message>
        <location filename="../../ui/outputs.py"></location>
        <source>“{name}” cannot be the name of a file: use letters, digits, spaces, - and _.</source>
        <translation>„{name}“ kann kein Dateiname sein: Buchstaben, Ziffern, Leerzeichen, - und _ verwenden.</translation>
    </message>
    <message>
        <location filename="../../ui/outputs.py"></location>
        <source>{name} must end in {suffix}.</source>
        <translation>{name} muss auf {suffix} enden.</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment.py"></location>
        <source>Assessment</source>
        <translation>Beurteilung</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment.py"></location>
        <source>Evaluate model</source>
        <translation>Modell bewerten</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment.py"></location>
        <source>Compare models</source>
        <translation>Modelle vergleichen</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment.py"></location>
        <location filename="../../ui/forms/augment_trial.ui"></location>
        <source>Learning curve</source>
        <translation>Lernkurve</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment.py"></location>
        <source>Draw sample of cells</source>
        <translation>Stichprobe von Zellen ziehen</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment.py"></location>
        <source>Estimate areas</source>
        <translation>Flächen schätzen</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment.py"></location>
        <location filename="../../ui/forms/augment_trial.ui"></location>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment.py"></location>
        <location filename="../../ui/processing/generation.py"></location>
        <location filename="../../ui/processing/patches.py"></location>
        <source>Number of patches</source>
        <translation>Anzahl der Patches</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment.py"></location>
        <source>Mean recall of the classes</source>
        <translation>Mittlere Trefferquote der Klassen</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment.py"></location>
        <location filename="../../ui/processing/classify.py"></location>
        <source>Open the result when it is done</source>
        <translation>Ergebnis anschließend öffnen</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment.py"></location>
        <location filename="../../ui/processing/classify.py"></location>
        <source>Number of cells</source>
        <translation>Anzahl der Zellen</translation>
    </message>
    <message>
        <location filename="../../ui/processing/assessment.py"></location>
        <location filename="../../core/contract/commands/sampling.py"></location>
        <source>Standard error</source>
        <translation>Standardfehler</translation>
    </message>
    <message>
        <location filename="../../ui/processing/classify.py"></location>
        <source>Classification</source>
        <translation>Klassifizierung</translation>
    </message>
    <message>
        <location filename="../../ui/processing/classify.py"></location>
        <source>Classify scene</source>
        <translation>Szene klassifizieren</translation>
    </message>
    <message>
        <location filename="../../ui/processing/classify.py"></location>
        <source>Make feature grid</source>
        <translation>Merkmalsgitter anlegen</translation>
    </message>
    <message>
        <location filename="../../ui/processing/classify.py"></location>
        <source>Map from labels at once</source>
        <translation>Sofort aus Labels kartieren</translation>
    </message>
    <message>
        <location filename="../../ui/processing/classify.py"></location>
        <source>Number of regions</source>
        <translation>Anzahl der Regionen</translation>
    </message>
    <message>
        <location filename="../../ui/processing/classify.py"></location>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <location filename="../../ui/processing/classify.py"></location>
        <source>Area per class in m², as JSON</source>
        <translation>Fläche je Klasse in m², als JSON</translation>
    </message>
    <message>
        <location filename="../../ui/processing/classify.py"></location>
        <source>Number of labelled cells</source>
        <translation>Anzahl gelabelter Zellen</translation>
    </message>
    <message>
        <location filename="../../ui/processing/classify.py"></location>
        <source>Accuracy in places left out</source>
        <translation>Genauigkeit an ausgelassenen Orten</translation>
    </message>
    <message>
        <location filename="../../ui/processing/classify.py"></location>
        <source>The extent lies outside what the scene's coordinate system covers.</source>
        <translation>Die Ausdehnung liegt außerhalb dessen, was das Koordinatensystem der Szene abdeckt.</translation>
    </message>
    <message>
        <location filename="../../ui/processing/generation.py"></location>
        <location filename="../../ui/words.py"></location>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <location filename="../../core/contract/commands/generation_quality.py"></location>
        <source>Synthetic patches</source>
        <translation>Synthetische Patches</translation>
    </message>
    <message>
        <location filename="../../ui/processing/generation.py"></location>
        <source>Train generator of patches</source>
        <translation>Generator für Patches trainieren</translation>
    </message>
    <message>
        <location filename="../../ui/processing/generation.py"></location>
        <source>Make synthetic patches</source>
        <translation>Synthetische Patches erzeugen</translation>
    </message>
    <message>
        <location filename="../../ui/processing/generation.py"></location>
        <source>Assess synthetic patches</source>
        <translation>Synthetische Patches beurteilen</translation>
    </message>
    <message>
        <location filename="../../ui/processing/generation.py"></location>
        <source>Do synthetic patches help?</source>
        <translation>Helfen synthetische Patches?</translation>
    </message>
    <message>
        <location filename="../../ui/processing/generation.py"></location>
        <location filename="../../ui/processing/learning.py"></location>
        <source>Run folder</source>
        <translation>Laufordner</translation>
    </message>
    <message>
        <location filename="../../ui/processing/generation.py"></location>
        <source>Steps done</source>
        <translation>Erledigte Schritte</translation>
    </message>
    <message>
        <location filename="../../ui/processing/generation.py"></location>
        <source>Convergence measure M</source>
        <translation>Konvergenzmaß M</translation>
    </message>
    <message>
        <location filename="../../ui/processing/generation.py"></location>
        <source>Diversity beside real patches</source>
        <translation>Vielfalt gegenüber echten Patches</translation>
    </message>
    <message>
        <location filename="../../ui/processing/generation.py"></location>
        <source>How the training ended</source>
        <translation>Wie das Training endete</translation>
    </message>
    <message>
        <location filename="../../ui/processing/generation.py"></location>
        <location filename="../../ui/processing/learning.py"></location>
        <location filename="../../ui/processing/patches.py"></location>
        <location filename="../../ui/processing/scenes.py"></location>
        <source>Facts as JSON</source>
        <translation>Fakten als JSON</translation>
    </message>
    <message>
        <location filename="../../ui/processing/learning.py"></location>
        <location filename="../../ui/setup/model_box.py"></location>
        <location filename="../../ui/forms/models.ui"></location>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <location filename="../../ui/processing/learning.py"></location>
        <source>Train model</source>
        <translation>Modell trainieren</translation>
    </message>
    <message>
        <location filename="../../ui/processing/learning.py"></location>
        <source>Train model with a teacher</source>
        <translation>Modell mit einem Lehrer trainieren</translation>
    </message>
    <message>
        <location filename="../../ui/processing/learning.py"></location>
        <source>Describe model</source>
        <translation>Modell beschreiben</translation>
    </message>
    <message>
        <location filename="../../ui/processing/learning.py"></location>
        <source>Export model</source>
        <translation>Modell exportieren</translation>
    </message>
    <message>
        <location filename="../../ui/processing/learning.py"></location>
        <source>Best epoch</source>
        <translation>Beste Epoche</translation>
    </message>
    <message>
        <location filename="../../ui/processing/learning.py"></location>
        <source>Mean recall of the teacher</source>
        <translation>Mittlere Trefferquote des Lehrers</translation>
    </message>
    <message>
        <location filename="../../ui/processing/learning.py"></location>
        <location filename="../../ui/processing/patches.py"></location>
        <location filename="../../ui/processing/scenes.py"></location>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <location filename="../../ui/processing/parameters.py"></location>
        <source>{label} (one per line)</source>
        <translation>{label} (je Zeile eines)</translation>
    </message>
    <message>
        <location filename="../../ui/processing/parameters.py"></location>
        <source>cells</source>
        <translation>Zellen</translation>
    </message>
    <message>
        <location filename="../../ui/processing/parameters.py"></location>
        <source>epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <location filename="../../ui/processing/parameters.py"></location>
        <source>“{word}” is no whole number: write numbers with spaces between them.</source>
        <translation>„{word}“ ist keine ganze Zahl: Zahlen mit Leerzeichen dazwischen angeben.</translation>
    </message>
    <message>
        <location filename="../../ui/processing/patches.py"></location>
        <source>Optical image of {scene}: {down} px down and {right} px right of the radar image (± {uncertainty} px)</source>
        <translation>Optisches Bild von {scene}: {down} px unter und {right} px rechts vom Radarbild (± {uncertainty} px)</translation>
    </message>
    <message>
        <location filename="../../ui/processing/patches.py"></location>
        <source>Cut patches</source>
        <translation>Patches ausschneiden</translation>
    </message>
    <message>
        <location filename="../../ui/processing/patches.py"></location>
        <source>Import patches</source>
        <translation>Patches importieren</translation>
    </message>
    <message>
        <location filename="../../ui/processing/patches.py"></location>
        <source>Describe patches</source>
        <translation>Patches beschreiben</translation>
    </message>
    <message>
        <location filename="../../ui/processing/patches.py"></location>
        <source>Merge patch sets</source>
        <translation>Patchsätze zusammenführen</translation>
    </message>
    <message>
        <location filename="../../ui/processing/patches.py"></location>
        <source>Take some patches</source>
        <translation>Einige Patches entnehmen</translation>
    </message>
    <message>
        <location filename="../../ui/processing/patches.py"></location>
        <source>Relabel patches</source>
        <translation>Klassen von Patches ändern</translation>
    </message>
    <message>
        <location filename="../../ui/processing/patches.py"></location>
        <source>Make folds for cross-validation</source>
        <translation>Teile für Kreuzvalidierung anlegen</translation>
    </message>
    <message>
        <location filename="../../ui/processing/places.py"></location>
        <source>{scene} is neither a raster that can be read nor a product: check the path.</source>
        <translation>{scene} ist weder ein lesbares Raster noch ein Produkt: den Pfad prüfen.</translation>
    </message>
    <message>
        <location filename="../../ui/processing/scenes.py"></location>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Scenes</source>
        <translation>Szenen</translation>
    </message>
    <message>
        <location filename="../../ui/processing/scenes.py"></location>
        <source>Describe scene</source>
        <translation>Szene beschreiben</translation>
    </message>
    <message>
        <location filename="../../ui/processing/scenes.py"></location>
        <source>Calibrate scene</source>
        <translation>Szene kalibrieren</translation>
    </message>
    <message>
        <location filename="../../ui/processing/scenes.py"></location>
        <source>Simulate scene</source>
        <translation>Szene simulieren</translation>
    </message>
    <message>
        <location filename="../../ui/processing/scenes.py"></location>
        <source>Product folder</source>
        <translation>Produktordner</translation>
    </message>
    <message>
        <location filename="../../ui/processing/scenes.py"></location>
        <source>Optical image</source>
        <translation>Optisches Bild</translation>
    </message>
    <message>
        <location filename="../../ui/product.py"></location>
        <source>{path} cannot be unpacked ({reason}).</source>
        <translation>{path} lässt sich nicht entpacken ({reason}).</translation>
    </message>
    <message>
        <location filename="../../ui/product_dialog.py"></location>
        <source>Open TerraSAR-X Product</source>
        <translation>TerraSAR-X-Produkt öffnen</translation>
    </message>
    <message>
        <location filename="../../ui/product_dialog.py"></location>
        <source>Product folder, its XML, or the zip it came in</source>
        <translation>Produktordner, seine XML-Datei oder das gelieferte ZIP-Archiv</translation>
    </message>
    <message>
        <location filename="../../ui/product_dialog.py"></location>
        <source>Folder…</source>
        <translation>Ordner…</translation>
    </message>
    <message>
        <location filename="../../ui/product_dialog.py"></location>
        <source>XML or zip…</source>
        <translation>XML oder ZIP…</translation>
    </message>
    <message>
        <location filename="../../ui/product_dialog.py"></location>
        <source>What the product says of itself appears here.</source>
        <translation>Hier erscheint, was das Produkt über sich aussagt.</translation>
    </message>
    <message>
        <location filename="../../ui/product_dialog.py"></location>
        <source>Products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <location filename="../../ui/product_dialog.py"></location>
        <source>XML or Zip of a Product</source>
        <translation>XML-Datei oder ZIP-Archiv eines Produkts</translation>
    </message>
    <message>
        <location filename="../../ui/product_dialog.py"></location>
        <source>Its footprint is added instead of its image.</source>
        <translation>Statt des Bildes wird sein Umriss hinzugefügt.</translation>
    </message>
    <message>
        <location filename="../../ui/product_dialog.py"></location>
        <source>Choose a TerraSAR-X, TanDEM-X or PAZ product:</source>
        <translation>Ein TerraSAR-X-, TanDEM-X- oder PAZ-Produkt wählen:</translation>
    </message>
    <message>
        <location filename="../../ui/result.py"></location>
        <source>{path} is no whole result: its table “{table}” cannot be read.</source>
        <translation>{path} ist kein vollständiges Ergebnis: die Tabelle „{table}“ lässt sich nicht lesen.</translation>
    </message>
    <message>
        <location filename="../../ui/result.py"></location>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <location filename="../../ui/result.py"></location>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <location filename="../../ui/result.py"></location>
        <source>Class code</source>
        <translation>Klassencode</translation>
    </message>
    <message>
        <location filename="../../ui/result.py"></location>
        <source>Margin to the second class</source>
        <translation>Abstand zur zweiten Klasse</translation>
    </message>
    <message>
        <location filename="../../ui/result.py"></location>
        <source>Entropy</source>
        <translation>Entropie</translation>
    </message>
    <message>
        <location filename="../../ui/result.py"></location>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <location filename="../../ui/result.py"></location>
        <source>Incidence angle [°]</source>
        <translation>Einfallswinkel [°]</translation>
    </message>
    <message>
        <location filename="../../ui/result.py"></location>
        <source>Area [m²]</source>
        <translation>Fläche [m²]</translation>
    </message>
    <message>
        <location filename="../../ui/result.py"></location>
        <source>By class</source>
        <translation>Nach Klasse</translation>
    </message>
    <message>
        <location filename="../../ui/result.py"></location>
        <source>By confidence</source>
        <translation>Nach Konfidenz</translation>
    </message>
    <message>
        <location filename="../../ui/result.py"></location>
        <source>Unsure only</source>
        <translation>Nur unsichere</translation>
    </message>
    <message>
        <location filename="../../ui/result.py"></location>
        <location filename="../../ui/review/page.py"></location>
        <source>unsure</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <location filename="../../ui/result_panel.py"></location>
        <source>Echopatch Result</source>
        <translation>Echopatch-Ergebnis</translation>
    </message>
    <message>
        <location filename="../../ui/result_panel.py"></location>
        <source>Area per class, by regions</source>
        <translation>Fläche je Klasse, nach Regionen</translation>
    </message>
    <message>
        <location filename="../../ui/result_panel.py"></location>
        <source>Hatched: unsure.</source>
        <translation>Schraffiert: unsicher.</translation>
    </message>
    <message>
        <location filename="../../ui/result_summary.py"></location>
        <location filename="../../ui/review/queue.py"></location>
        <source>{path} is no whole result of Echopatch ({reason}).</source>
        <translation>{path} ist kein vollständiges Ergebnis von Echopatch ({reason}).</translation>
    </message>
    <message>
        <location filename="../../ui/result_words.py"></location>
        <source>{figures} in {time}: {result}</source>
        <translation>{figures} in {time}: {result}</translation>
    </message>
    <message>
        <location filename="../../ui/result_words.py"></location>
        <source>Total area</source>
        <translation>Insgesamt</translation>
    </message>
    <message>
        <location filename="../../ui/result_words.py"></location>
        <source>Your word</source>
        <translation>Eigene Angaben</translation>
    </message>
    <message>
        <location filename="../../ui/result_words.py"></location>
        <location filename="../../core/contract/commands/doctor.py"></location>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <location filename="../../core/contract/commands/generation.py"></location>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <location filename="../../core/contract/commands/generation_quality.py"></location>
        <location filename="../../core/contract/commands/assessment.py"></location>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <location filename="../../core/contract/commands/classify.py"></location>
        <location filename="../../core/contract/commands/embed.py"></location>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <location filename="../../ui/result_words.py"></location>
        <source>Computed</source>
        <translation>Berechnet</translation>
    </message>
    <message>
        <location filename="../../ui/result_words.py"></location>
        <source>The run was stopped: this result is incomplete.</source>
        <translation>Der Lauf wurde abgebrochen: dieses Ergebnis ist unvollständig.</translation>
    </message>
    <message>
        <location filename="../../ui/result_words.py"></location>
        <source>{count} cells</source>
        <translation>{count} Zellen</translation>
    </message>
    <message>
        <location filename="../../ui/result_words.py"></location>
        <source>The same run on the command line</source>
        <translation>Derselbe Lauf auf der Kommandozeile</translation>
    </message>
    <message>
        <location filename="../../ui/result_words.py"></location>
        <source>{share} unsure</source>
        <translation>{share} unsicher</translation>
    </message>
    <message>
        <location filename="../../ui/result_words.py"></location>
        <source>{count}, {share} of them unsure</source>
        <translation>{count}, davon {share} unsicher</translation>
    </message>
    <message>
        <location filename="../../ui/result_words.py"></location>
        <source>{name} (SHA-256 {start}…)</source>
        <translation>{name} (SHA-256 {start}…)</translation>
    </message>
    <message>
        <location filename="../../ui/review/answer_list.py"></location>
        <source>Answer of the map</source>
        <translation>Antwort der Karte</translation>
    </message>
    <message>
        <location filename="../../ui/review/desk.py"></location>
        <source>The queue is made…</source>
        <translation>Die Liste wird angelegt…</translation>
    </message>
    <message>
        <location filename="../../ui/review/desk.py"></location>
        <source>Make the queue</source>
        <translation>Liste anlegen</translation>
    </message>
    <message>
        <location filename="../../ui/review/dock.py"></location>
        <source>Smallest margin</source>
        <translation>Kleinster Abstand</translation>
    </message>
    <message>
        <location filename="../../ui/review/dock.py"></location>
        <source>Largest entropy</source>
        <translation>Größte Entropie</translation>
    </message>
    <message>
        <location filename="../../ui/review/dock.py"></location>
        <source>Smallest confidence</source>
        <translation>Kleinste Konfidenz</translation>
    </message>
    <message>
        <location filename="../../ui/review/dock.py"></location>
        <source>Most unlike the training data</source>
        <translation>Den Trainingsdaten am unähnlichsten</translation>
    </message>
    <message>
        <location filename="../../ui/review/dock.py"></location>
        <source>Echopatch Review</source>
        <translation>Echopatch-Durchsicht</translation>
    </message>
    <message>
        <location filename="../../ui/review/dock.py"></location>
        <source>No two cells of the first round are nearer than this, of each next round than half of it.</source>
        <translation>In der ersten Runde liegen keine zwei Zellen näher beieinander, in jeder weiteren nicht näher als die Hälfte davon.</translation>
    </message>
    <message>
        <location filename="../../ui/review/dock.py"></location>
        <source>Answers are labels of this file; one that is there is gone on with.</source>
        <translation>Antworten sind Labels dieser Datei; eine vorhandene wird fortgesetzt.</translation>
    </message>
    <message>
        <location filename="../../ui/review/dock.py"></location>
        <source>Select a layer of a result first, such as its cells, and choose “Review Uncertain Cells…” again.</source>
        <translation>Zuerst einen Layer eines Ergebnisses auswählen, etwa seine Zellen, und erneut „Unsichere Zellen durchsehen…“ wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/review/dock.py"></location>
        <source>Go On with the Review</source>
        <translation>Durchsicht fortsetzen</translation>
    </message>
    <message>
        <location filename="../../ui/review/dock.py"></location>
        <source>Review {count} Cells</source>
        <translation>{count} Zellen durchsehen</translation>
    </message>
    <message>
        <location filename="../../ui/review/making.py"></location>
        <source>The cells of {path} are not those of this map: choose another file for the answers.</source>
        <translation>Die Zellen von {path} sind nicht die dieser Karte: eine andere Datei für die Antworten wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/review/page.py"></location>
        <source>Enter accepts · 1 to 9 name the class · S skips · P goes back · Backspace undoes · M shows the map</source>
        <translation>Enter übernimmt · 1 bis 9 nennen die Klasse · S überspringt · P zurück · Rücktaste macht rückgängig · M zeigt die Karte</translation>
    </message>
    <message>
        <location filename="../../ui/review/page.py"></location>
        <location filename="../../ui/forms/review.ui"></location>
        <source>Show the Map</source>
        <translation>Karte zeigen</translation>
    </message>
    <message>
        <location filename="../../ui/review/page.py"></location>
        <location filename="../../ui/forms/review.ui"></location>
        <source>Another Queue…</source>
        <translation>Andere Liste…</translation>
    </message>
    <message>
        <location filename="../../ui/review/page.py"></location>
        <source>confidence</source>
        <translation>Konfidenz</translation>
    </message>
    <message>
        <location filename="../../ui/review/page.py"></location>
        <source>margin</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <location filename="../../ui/review/page.py"></location>
        <source>entropy</source>
        <translation>Entropie</translation>
    </message>
    <message>
        <location filename="../../ui/review/page.py"></location>
        <source>novelty</source>
        <translation>Neuheit</translation>
    </message>
    <message>
        <location filename="../../ui/review/page.py"></location>
        <source>All cells of this queue are reviewed.</source>
        <translation>Alle Zellen dieser Liste sind durchgesehen.</translation>
    </message>
    <message>
        <location filename="../../ui/review/page.py"></location>
        <location filename="../../ui/forms/review.ui"></location>
        <source>Accept</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <location filename="../../ui/review/page.py"></location>
        <source>{reviewed} of {total} reviewed, {changed} changed</source>
        <translation>{reviewed} von {total} durchgesehen, {changed} geändert</translation>
    </message>
    <message>
        <location filename="../../ui/review/page.py"></location>
        <source>Accept “{name}”</source>
        <translation>„{name}“ übernehmen</translation>
    </message>
    <message>
        <location filename="../../ui/review/page.py"></location>
        <source>Row {row}, column {column}</source>
        <translation>Zeile {row}, Spalte {column}</translation>
    </message>
    <message>
        <location filename="../../ui/review/queue.py"></location>
        <source>{path} is no whole result: it has no cells.</source>
        <translation>{path} ist kein vollständiges Ergebnis: es hat keine Zellen.</translation>
    </message>
    <message>
        <location filename="../../ui/review/queue.py"></location>
        <source>{path} does not lie on a map (no coordinate system): its cells cannot be shown.</source>
        <translation>{path} liegt nicht auf einer Karte (kein Bezugssystem): die Zellen lassen sich nicht zeigen.</translation>
    </message>
    <message>
        <location filename="../../ui/review/queue.py"></location>
        <source>{path} cannot be opened ({reason}).</source>
        <translation>{path} lässt sich nicht öffnen ({reason}).</translation>
    </message>
    <message>
        <location filename="../../ui/review/session.py"></location>
        <source>“{name}” is no class of these labels any more.</source>
        <translation>„{name}“ ist keine Klasse dieser Labels mehr.</translation>
    </message>
    <message>
        <location filename="../../ui/scene_facts.py"></location>
        <source>ascending</source>
        <translation>aufsteigend</translation>
    </message>
    <message>
        <location filename="../../ui/scene_facts.py"></location>
        <source>descending</source>
        <translation>absteigend</translation>
    </message>
    <message>
        <location filename="../../ui/scene_facts.py"></location>
        <source>looking right</source>
        <translation>rechtsblickend</translation>
    </message>
    <message>
        <location filename="../../ui/scene_facts.py"></location>
        <source>looking left</source>
        <translation>linksblickend</translation>
    </message>
    <message>
        <location filename="../../ui/scene_facts.py"></location>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <location filename="../../ui/scene_facts.py"></location>
        <source>Acquired</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <location filename="../../ui/scene_facts.py"></location>
        <location filename="../../core/contract/commands/scene_options.py"></location>
        <source>Bands</source>
        <translation>Bänder</translation>
    </message>
    <message>
        <location filename="../../ui/scene_facts.py"></location>
        <location filename="../../core/contract/commands/simulate.py"></location>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <location filename="../../ui/scene_facts.py"></location>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <location filename="../../ui/scene_facts.py"></location>
        <source>Coordinate system</source>
        <translation>Bezugssystem</translation>
    </message>
    <message>
        <location filename="../../ui/scene_facts.py"></location>
        <source>{rows} m between rows, {columns} m between columns</source>
        <translation>{rows} m zwischen Zeilen, {columns} m zwischen Spalten</translation>
    </message>
    <message>
        <location filename="../../ui/scene_facts.py"></location>
        <source>uncalibrated numbers</source>
        <translation>unkalibrierte Werte</translation>
    </message>
    <message>
        <location filename="../../ui/scene_facts.py"></location>
        <source>none: columns and rows</source>
        <translation>keines: Spalten und Zeilen</translation>
    </message>
    <message>
        <location filename="../../ui/scene_facts.py"></location>
        <source>{rows} rows × {columns} columns</source>
        <translation>{rows} Zeilen × {columns} Spalten</translation>
    </message>
    <message>
        <location filename="../../ui/scenes.py"></location>
        <source>The layer “{layer}” is an online map, a picture without radar values: open the product or a raster file instead.</source>
        <translation>Der Layer „{layer}“ ist eine Online-Karte, ein Bild ohne Radarwerte: stattdessen das Produkt oder eine Rasterdatei öffnen.</translation>
    </message>
    <message>
        <location filename="../../ui/scenes.py"></location>
        <source>The layer “{layer}” is no raster file ({provider}): save it as a GeoTIFF first, with Export &gt; Save As.</source>
        <translation>Der Layer „{layer}“ ist keine Rasterdatei ({provider}): zuerst mit Export &gt; Speichern als… in ein GeoTIFF schreiben.</translation>
    </message>
    <message>
        <location filename="../../ui/scenes.py"></location>
        <source>The layer “{layer}” does not lie in a file of its own: save it as a GeoTIFF first, with Export &gt; Save As.</source>
        <translation>Der Layer „{layer}“ liegt nicht in einer eigenen Datei: zuerst mit Export &gt; Speichern als… in ein GeoTIFF schreiben.</translation>
    </message>
    <message>
        <location filename="../../ui/setup/build.py"></location>
        <source>Checking the engine</source>
        <translation>Rechenkern wird geprüft</translation>
    </message>
    <message>
        <location filename="../../ui/setup/build.py"></location>
        <source>The set-up needs {needed} GiB of disk space at {folder}, and {free} GiB are free. Make room, then try again.</source>
        <translation>Die Einrichtung braucht {needed} GiB Speicherplatz in {folder}, frei sind {free} GiB. Platz schaffen und erneut versuchen.</translation>
    </message>
    <message>
        <location filename="../../ui/setup/build.py"></location>
        <source>Removing the engine</source>
        <translation>Rechenkern wird entfernt</translation>
    </message>
    <message>
        <location filename="../../ui/setup/build.py"></location>
        <source>Some files of {folder} are in use. Close other QGIS windows and running jobs, then remove again.</source>
        <translation>Einige Dateien in {folder} sind in Gebrauch. Andere QGIS-Fenster und laufende Aufträge schließen und erneut entfernen.</translation>
    </message>
    <message>
        <location filename="../../ui/setup/build.py"></location>
        <source>Another QGIS window is setting the engine up. Wait until it has finished.</source>
        <translation>Ein anderes QGIS-Fenster richtet den Rechenkern gerade ein. Warten, bis es fertig ist.</translation>
    </message>
    <message>
        <location filename="../../ui/setup/build.py"></location>
        <source>There is no Python at {python}.</source>
        <translation>Unter {python} gibt es kein Python.</translation>
    </message>
    <message>
        <location filename="../../ui/setup/build.py"></location>
        <source>The engine does not work with this Python. {advice}</source>
        <translation>Der Rechenkern läuft mit diesem Python nicht. {advice}</translation>
    </message>
    <message>
        <location filename="../../ui/setup/build.py"></location>
        <source>{step} did not work. {advice}</source>
        <translation>{step}: das hat nicht geklappt. {advice}</translation>
    </message>
    <message>
        <location filename="../../ui/setup/form.py"></location>
        <source>Setting up the engine of Echopatch</source>
        <translation>Rechenkern von Echopatch einrichten</translation>
    </message>
    <message>
        <location filename="../../ui/setup/form.py"></location>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <location filename="../../ui/setup/form.py"></location>
        <source>Checking the engine of Echopatch</source>
        <translation>Rechenkern von Echopatch prüfen</translation>
    </message>
    <message>
        <location filename="../../ui/setup/form.py"></location>
        <source>Check and Use</source>
        <translation>Prüfen und verwenden</translation>
    </message>
    <message>
        <location filename="../../ui/setup/form.py"></location>
        <source>Remove the engine's environment from {folder}? Models and settings stay.</source>
        <translation>Die Umgebung des Rechenkerns aus {folder} entfernen? Modelle und Einstellungen bleiben erhalten.</translation>
    </message>
    <message>
        <location filename="../../ui/setup/form.py"></location>
        <source>Remove the Engine</source>
        <translation>Rechenkern entfernen</translation>
    </message>
    <message>
        <location filename="../../ui/setup/form.py"></location>
        <source>Removing the engine of Echopatch</source>
        <translation>Rechenkern von Echopatch entfernen</translation>
    </message>
    <message>
        <location filename="../../ui/setup/form.py"></location>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <location filename="../../ui/setup/form.py"></location>
        <source>Set Up</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <location filename="../../ui/setup/model_box.py"></location>
        <source>Brings the model of this version from its release, or from the offline folder, and checks it.</source>
        <translation>Holt das Modell dieser Version aus der Veröffentlichung oder aus dem Offline-Ordner und prüft es.</translation>
    </message>
    <message>
        <location filename="../../ui/setup/model_box.py"></location>
        <source>Copies a model file into the folder of models.</source>
        <translation>Kopiert eine Modelldatei in den Modellordner.</translation>
    </message>
    <message>
        <location filename="../../ui/setup/model_box.py"></location>
        <source>Simulates a few scenes and trains on them for some minutes: to try Echopatch, not for real scenes.</source>
        <translation>Simuliert einige Szenen und trainiert einige Minuten darauf: zum Ausprobieren von Echopatch, nicht für echte Szenen.</translation>
    </message>
    <message>
        <location filename="../../ui/setup/model_box.py"></location>
        <source>Add a Model</source>
        <translation>Modell hinzufügen</translation>
    </message>
    <message>
        <location filename="../../ui/setup/model_box.py"></location>
        <source>What it tells apart</source>
        <translation>Was es unterscheidet</translation>
    </message>
    <message>
        <location filename="../../ui/setup/model_box.py"></location>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <location filename="../../ui/setup/model_box.py"></location>
        <source>Add File…</source>
        <translation>Datei hinzufügen…</translation>
    </message>
    <message>
        <location filename="../../ui/setup/model_box.py"></location>
        <source>Train a Small One</source>
        <translation>Kleines trainieren</translation>
    </message>
    <message>
        <location filename="../../ui/setup/model_box.py"></location>
        <source>Downloading the model</source>
        <translation>Modell wird heruntergeladen</translation>
    </message>
    <message>
        <location filename="../../ui/setup/model_box.py"></location>
        <source>Training a small model</source>
        <translation>Kleines Modell wird trainiert</translation>
    </message>
    <message>
        <location filename="../../ui/setup/model_box.py"></location>
        <source>Adding the model</source>
        <translation>Modell wird hinzugefügt</translation>
    </message>
    <message>
        <location filename="../../ui/setup/model_box.py"></location>
        <source>none yet</source>
        <translation>noch keines</translation>
    </message>
    <message>
        <location filename="../../ui/setup/model_box.py"></location>
        <source>download the model of this version, or add a file</source>
        <translation>das Modell dieser Version herunterladen oder eine Datei hinzufügen</translation>
    </message>
    <message>
        <location filename="../../ui/setup/models.py"></location>
        <source>{source} is not the file that was released: its checksum differs. Try again, or get the file elsewhere.</source>
        <translation>{source} ist nicht die veröffentlichte Datei: die Prüfsumme stimmt nicht. Erneut versuchen oder die Datei anderswo beschaffen.</translation>
    </message>
    <message>
        <location filename="../../ui/setup/models.py"></location>
        <source>Downloading the model: {done} of {whole} MiB</source>
        <translation>Modell wird heruntergeladen: {done} von {whole} MiB</translation>
    </message>
    <message>
        <location filename="../../ui/setup/models.py"></location>
        <source>The model could not be downloaded ({reason}). Check the network and the proxy under Settings &gt; Options &gt; Network, pick the file if you have it, or train a small model.</source>
        <translation>Das Modell konnte nicht heruntergeladen werden ({reason}). Netzwerk und Proxy unter Einstellungen &gt; Optionen &gt; Netzwerk prüfen, die Datei auswählen, falls vorhanden, oder ein kleines Modell trainieren.</translation>
    </message>
    <message>
        <location filename="../../ui/setup/models.py"></location>
        <source>The model of this version has not been released yet. Pick a model file, or train a small model.</source>
        <translation>Das Modell dieser Version ist noch nicht veröffentlicht. Eine Modelldatei auswählen oder ein kleines Modell trainieren.</translation>
    </message>
    <message>
        <location filename="../../ui/setup/models.py"></location>
        <source>There is a model {name} already. Rename one of the two files.</source>
        <translation>Ein Modell {name} gibt es bereits. Eine der beiden Dateien umbenennen.</translation>
    </message>
    <message>
        <location filename="../../ui/setup/pages.py"></location>
        <source>Set Up the Engine of Echopatch</source>
        <translation>Rechenkern von Echopatch einrichten</translation>
    </message>
    <message>
        <location filename="../../ui/setup/plan.py"></location>
        <source>Bringing the installer uv</source>
        <translation>Installationsprogramm uv holen</translation>
    </message>
    <message>
        <location filename="../../ui/setup/plan.py"></location>
        <source>Making a Python environment</source>
        <translation>Python-Umgebung anlegen</translation>
    </message>
    <message>
        <location filename="../../ui/setup/plan.py"></location>
        <source>Installing the packages</source>
        <translation>Pakete installieren</translation>
    </message>
    <message>
        <location filename="../../ui/setup/plan.py"></location>
        <source>Installing PyTorch</source>
        <translation>PyTorch installieren</translation>
    </message>
    <message>
        <location filename="../../ui/setup/practice.py"></location>
        <source>The small model could not be trained. {reason}</source>
        <translation>Das kleine Modell konnte nicht trainiert werden. {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/setup/status_box.py"></location>
        <source>Cancelling</source>
        <translation>Wird abgebrochen</translation>
    </message>
    <message>
        <location filename="../../ui/setup/task.py"></location>
        <source>The set-up stopped at an error of its own: {error}</source>
        <translation>Die Einrichtung endete mit einem eigenen Fehler: {error}</translation>
    </message>
    <message>
        <location filename="../../ui/setup/trouble.py"></location>
        <source>The log holds what the installer said.</source>
        <translation>Was das Installationsprogramm gemeldet hat, steht im Protokoll.</translation>
    </message>
    <message>
        <location filename="../../ui/setup/trouble.py"></location>
        <source>The disk is full. Make room, then try again: what has been downloaded is kept.</source>
        <translation>Die Festplatte ist voll. Platz schaffen und erneut versuchen: was heruntergeladen wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <location filename="../../ui/setup/trouble.py"></location>
        <source>The proxy refused the connection. Check it under Settings &gt; Options &gt; Network, with user and credentials, and try again.</source>
        <translation>Der Proxy hat die Verbindung abgelehnt. Unter Einstellungen &gt; Optionen &gt; Netzwerk samt Benutzer und Zugangsdaten prüfen und erneut versuchen.</translation>
    </message>
    <message>
        <location filename="../../ui/setup/trouble.py"></location>
        <source>The certificate of the download site was not accepted, as happens behind a company's firewall. Ask your administrator to install the company's root certificate on this computer, or use an offline folder.</source>
        <translation>Das Zertifikat der Download-Seite wurde nicht angenommen, wie es hinter einer Firmen-Firewall vorkommt. Die Administration bitten, das Stammzertifikat der Firma auf diesem Rechner zu installieren, oder einen Offline-Ordner verwenden.</translation>
    </message>
    <message>
        <location filename="../../ui/setup/trouble.py"></location>
        <source>The download site cannot be reached. Check the network and the proxy under Settings &gt; Options &gt; Network, or use an offline folder.</source>
        <translation>Die Download-Seite ist nicht erreichbar. Netzwerk und Proxy unter Einstellungen &gt; Optionen &gt; Netzwerk prüfen oder einen Offline-Ordner verwenden.</translation>
    </message>
    <message>
        <location filename="../../ui/setup/trouble.py"></location>
        <source>This computer's rules forbid programs from that folder. Ask your administrator to allow the engine's folder.</source>
        <translation>Die Regeln dieses Rechners verbieten Programme aus diesem Ordner. Die Administration bitten, den Ordner des Rechenkerns zu erlauben.</translation>
    </message>
    <message>
        <location filename="../../ui/setup/trouble.py"></location>
        <source>Antivirus software blocked a file. Exclude the engine's folder from its scan, then try again.</source>
        <translation>Das Virenschutzprogramm hat eine Datei blockiert. Den Ordner des Rechenkerns von der Prüfung ausnehmen und erneut versuchen.</translation>
    </message>
    <message>
        <location filename="../../ui/setup/trouble.py"></location>
        <source>A file could not be written or replaced. Close other QGIS windows, exclude the engine's folder from antivirus scans, then try again.</source>
        <translation>Eine Datei konnte nicht geschrieben oder ersetzt werden. Andere QGIS-Fenster schließen, den Ordner des Rechenkerns von der Virenprüfung ausnehmen und erneut versuchen.</translation>
    </message>
    <message>
        <location filename="../../ui/setup/trouble.py"></location>
        <source>This Python cannot make environments. Install the system package python3-venv, or install uv, then try again.</source>
        <translation>Dieses Python kann keine Umgebungen anlegen. Das Systempaket python3-venv oder uv installieren und erneut versuchen.</translation>
    </message>
    <message>
        <location filename="../../ui/setup/trouble.py"></location>
        <source>No Python 3.10 or newer was found. Install one, or install uv, which brings its own, then try again.</source>
        <translation>Es wurde kein Python 3.10 oder neuer gefunden. Eines installieren, oder uv, das sein eigenes mitbringt, und erneut versuchen.</translation>
    </message>
    <message>
        <location filename="../../ui/setup/trouble.py"></location>
        <source>The package {name} was not found. An offline folder must hold the wheels of all packages for this system and Python version.</source>
        <translation>Das Paket {name} wurde nicht gefunden. Ein Offline-Ordner muss die Wheels aller Pakete für dieses System und diese Python-Version enthalten.</translation>
    </message>
    <message>
        <location filename="../../ui/setup/trouble.py"></location>
        <source>A library of PyTorch could not be loaded. Install the current Microsoft Visual C++ Redistributable (x64), restart, and try again.</source>
        <translation>Eine Bibliothek von PyTorch konnte nicht geladen werden. Das aktuelle Microsoft Visual C++ Redistributable (x64) installieren, neu starten und erneut versuchen.</translation>
    </message>
    <message>
        <location filename="../../ui/setup/trouble.py"></location>
        <source>The computer ran out of memory. Close other programs, then try again.</source>
        <translation>Der Arbeitsspeicher hat nicht gereicht. Andere Programme schließen und erneut versuchen.</translation>
    </message>
    <message>
        <location filename="../../ui/setup/trouble.py"></location>
        <source>A package was not found. An offline folder must hold the wheels of all packages for this system and Python version.</source>
        <translation>Ein Paket wurde nicht gefunden. Ein Offline-Ordner muss die Wheels aller Pakete für dieses System und diese Python-Version enthalten.</translation>
    </message>
    <message>
        <location filename="../../ui/setup/trouble.py"></location>
        <source>This Python lacks the package {name}. Install what requirements/engine.txt lists, and torch, or let Echopatch build its own.</source>
        <translation>Diesem Python fehlt das Paket {name}. Installieren, was requirements/engine.txt aufführt, und torch, oder Echopatch eine eigene Umgebung anlegen lassen.</translation>
    </message>
    <message>
        <location filename="../../ui/setup/way_box.py"></location>
        <source>Automatic: the build for this computer's graphics card</source>
        <translation>Automatisch: passend zur Grafikkarte dieses Rechners</translation>
    </message>
    <message>
        <location filename="../../ui/setup/way_box.py"></location>
        <source>Without GPU: the small build</source>
        <translation>Ohne Grafikkarte: die kleine Variante</translation>
    </message>
    <message>
        <location filename="../../ui/setup/way_box.py"></location>
        <source>Settings &gt; Options &gt; Network</source>
        <translation>Einstellungen &gt; Optionen &gt; Netzwerk</translation>
    </message>
    <message>
        <location filename="../../ui/setup/way_box.py"></location>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <location filename="../../ui/setup/way_box.py"></location>
        <source>Let Echopatch build an environment of its own (recommended)</source>
        <translation>Echopatch eine eigene Umgebung anlegen lassen (empfohlen)</translation>
    </message>
    <message>
        <location filename="../../ui/setup/way_box.py"></location>
        <source>Use this Python instead:</source>
        <translation>Stattdessen dieses Python verwenden:</translation>
    </message>
    <message>
        <location filename="../../ui/setup/way_box.py"></location>
        <source>Only for computers without network: folder with wheels and models</source>
        <translation>Nur für Rechner ohne Netzwerk: Ordner mit Wheels und Modellen</translation>
    </message>
    <message>
        <location filename="../../ui/setup/way_box.py"></location>
        <source>Found by itself, or brought along</source>
        <translation>Wird selbst gefunden oder mitgebracht</translation>
    </message>
    <message>
        <location filename="../../ui/setup/way_box.py"></location>
        <source>Python 3.10 or newer with PyTorch and the packages of requirements/engine.txt</source>
        <translation>Python 3.10 oder neuer mit PyTorch und den Paketen aus requirements/engine.txt</translation>
    </message>
    <message>
        <location filename="../../ui/setup/way_box.py"></location>
        <source>PyTorch</source>
        <translation>PyTorch</translation>
    </message>
    <message>
        <location filename="../../ui/setup/way_box.py"></location>
        <source>Offline folder</source>
        <translation>Offline-Ordner</translation>
    </message>
    <message>
        <location filename="../../ui/setup/way_box.py"></location>
        <source>Installer uv</source>
        <translation>Installationsprogramm uv</translation>
    </message>
    <message>
        <location filename="../../ui/setup/way_box.py"></location>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <location filename="../../ui/setup/way_box.py"></location>
        <source>none ({where})</source>
        <translation>keiner ({where})</translation>
    </message>
    <message>
        <location filename="../../ui/setup/way_box.py"></location>
        <source>NVIDIA GPU: CUDA {version}</source>
        <translation>NVIDIA-Grafikkarte: CUDA {version}</translation>
    </message>
    <message>
        <location filename="../../ui/setup/words.py"></location>
        <source>Echopatch computes in a Python environment of its own, so that QGIS's stays as it is. Set it up once; it takes some minutes.</source>
        <translation>Echopatch rechnet in einer eigenen Python-Umgebung, damit die von QGIS bleibt, wie sie ist. Einmal einrichten; das dauert einige Minuten.</translation>
    </message>
    <message>
        <location filename="../../ui/setup/words.py"></location>
        <source>{rate} patches per second on {device} (ResNet-18, 160 px)</source>
        <translation>{rate} Patches pro Sekunde auf {device} (ResNet-18, 160 px)</translation>
    </message>
    <message>
        <location filename="../../ui/setup/words.py"></location>
        <source>The engine is ready</source>
        <translation>Der Rechenkern ist bereit</translation>
    </message>
    <message>
        <location filename="../../ui/setup/words.py"></location>
        <source>The engine is being set up</source>
        <translation>Der Rechenkern wird gerade eingerichtet</translation>
    </message>
    <message>
        <location filename="../../ui/setup/words.py"></location>
        <source>The engine does not work</source>
        <translation>Der Rechenkern läuft nicht</translation>
    </message>
    <message>
        <location filename="../../ui/setup/words.py"></location>
        <source>looks at optical images</source>
        <translation>betrachtet optische Bilder</translation>
    </message>
    <message>
        <location filename="../../ui/setup/words.py"></location>
        <source>Not checked yet: press the button below to have it examine itself.</source>
        <translation>Noch nicht geprüft: mit der Schaltfläche unten den Selbsttest starten.</translation>
    </message>
    <message>
        <location filename="../../ui/setup/words.py"></location>
        <source>QGIS can be used meanwhile.</source>
        <translation>QGIS kann währenddessen weiter benutzt werden.</translation>
    </message>
    <message>
        <location filename="../../ui/setup/words.py"></location>
        <source>{classes} classes, patches of {px} px at {spacing} m</source>
        <translation>{classes} Klassen, Patches von {px} px bei {spacing} m</translation>
    </message>
    <message>
        <location filename="../../ui/setup/words.py"></location>
        <location filename="../../ui/words.py"></location>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <location filename="../../ui/setup/words.py"></location>
        <location filename="../../ui/words.py"></location>
        <source>NVIDIA GPU</source>
        <translation>NVIDIA-Grafikkarte</translation>
    </message>
    <message>
        <location filename="../../ui/setup/words.py"></location>
        <location filename="../../ui/words.py"></location>
        <source>Apple GPU</source>
        <translation>Apple-Grafikprozessor</translation>
    </message>
    <message>
        <location filename="../../ui/setup/words.py"></location>
        <source>mean recall {recall}</source>
        <translation>mittlere Trefferquote {recall}</translation>
    </message>
    <message>
        <location filename="../../ui/setup/words.py"></location>
        <source>Runs with {python}</source>
        <translation>Läuft mit {python}</translation>
    </message>
    <message>
        <location filename="../../ui/translation.py"></location>
        <source>“{label}”</source>
        <translation>„{label}“</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <source>Start Weights</source>
        <translation>Startgewichte</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>Loss</source>
        <translation>Verlustfunktion</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>Sampling</source>
        <translation>Ziehung</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>Augmentation</source>
        <translation>Augmentierung</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <source>Course of the Run</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <source>Head Only</source>
        <translation>Nur der Kopf</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <source>What the Teacher Brings</source>
        <translation>Was der Lehrer beiträgt</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <source>How the Scene Is Read</source>
        <translation>Wie die Szene gelesen wird</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <source>Training, Validation and Test</source>
        <translation>Training, Validierung und Test</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <source>Synthetic Patches</source>
        <translation>Synthetische Patches</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <location filename="../../ui/forms/augment_generator.ui"></location>
        <location filename="../../ui/forms/augment_make.ui"></location>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Generator</source>
        <translation>Generator</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <source>Classifier</source>
        <translation>Klassifikator</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <source>Dense (fast, the network runs over large tiles)</source>
        <translation>Dicht (schnell, über große Kacheln)</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <source>Patch by patch (as in the papers)</source>
        <translation>Patch für Patch (wie in der Literatur)</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <source>bfloat16 (fast)</source>
        <translation>bfloat16 (schnell)</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <source>float32 (exact)</source>
        <translation>float32 (genau)</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <source>Amplitude (digital numbers)</source>
        <translation>Amplitude (Digitalwerte)</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <source>Intensity (squared amplitude)</source>
        <translation>Intensität (quadrierte Amplitude)</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <source>Beta nought (β⁰)</source>
        <translation>Beta Nought (β⁰)</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <source>Sigma nought (σ⁰)</source>
        <translation>Sigma Nought (σ⁰)</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <source>Gamma nought (γ⁰)</source>
        <translation>Gamma Nought (γ⁰)</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <source>Digital numbers</source>
        <translation>Digitalwerte</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <source>Mirrored (4 × as long)</source>
        <translation>Gespiegelt (4 × so lange)</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <source>Mirrored and turned (8 × as long)</source>
        <translation>Gespiegelt und gedreht (8 × so lange)</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <location filename="../../ui/forms/augment_generator.ui"></location>
        <source>Whole patches</source>
        <translation>Ganze Patches</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <source>Coarse patches, enlarged</source>
        <translation>Grobe Patches, vergrößert</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <source>Pieces of patches, enlarged</source>
        <translation>Ausschnitte von Patches, vergrößert</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <source>As in the paper</source>
        <translation>Wie in der Veröffentlichung</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <source>As in the original BEGAN</source>
        <translation>Wie im ursprünglichen BEGAN</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <source>Histograms and pixels (the paper's)</source>
        <translation>Histogramme und Pixel (der Veröffentlichung)</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <source>Absolute differences (of the original BEGAN)</source>
        <translation>Absolute Differenzen (des ursprünglichen BEGAN)</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <source>Classic augmentation</source>
        <translation>Klassische Augmentierung</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <source>Oversampling</source>
        <translation>Überabtastung</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <source>Filtered synthetic patches</source>
        <translation>Gefilterte synthetische Patches</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <source>Classic augmentation and filtered synthetic patches</source>
        <translation>Klassische Augmentierung und gefilterte synthetische Patches</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <source>ONNX</source>
        <translation>ONNX</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <source>ONNX for the QGIS plugin Deepness</source>
        <translation>ONNX für das QGIS-Plugin Deepness</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <source>STAC item for a catalogue of models</source>
        <translation>STAC-Eintrag für einen Modellkatalog</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <location filename="../../ui/words.py"></location>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <location filename="../../ui/forms/assess.ui"></location>
        <source>What to Assess</source>
        <translation>Was beurteilt wird</translation>
    </message>
    <message>
        <location filename="../../ui/forms/assess.ui"></location>
        <source>Draw a Sample to Label…</source>
        <translation>Stichprobe zum Labeln ziehen…</translation>
    </message>
    <message>
        <location filename="../../ui/forms/augment.ui"></location>
        <source>Synthetic Patches for Rare Classes</source>
        <translation>Synthetische Patches für seltene Klassen</translation>
    </message>
    <message>
        <location filename="../../ui/forms/augment.ui"></location>
        <location filename="../../ui/forms/distil.ui"></location>
        <location filename="../../ui/forms/fine_tune.ui"></location>
        <source>1. Patches</source>
        <translation>1. Patches</translation>
    </message>
    <message>
        <location filename="../../ui/forms/augment.ui"></location>
        <source>2. Generator</source>
        <translation>2. Generator</translation>
    </message>
    <message>
        <location filename="../../ui/forms/augment.ui"></location>
        <source>3. Synthetic Patches</source>
        <translation>3. Synthetische Patches</translation>
    </message>
    <message>
        <location filename="../../ui/forms/augment.ui"></location>
        <source>4. Does It Help?</source>
        <translation>4. Hilft es?</translation>
    </message>
    <message>
        <location filename="../../ui/forms/augment_generator.ui"></location>
        <source>What the Generator Makes</source>
        <translation>Was der Generator erzeugt</translation>
    </message>
    <message>
        <location filename="../../ui/forms/augment_generator.ui"></location>
        <source>Coarse patches</source>
        <translation>Grobe Patches</translation>
    </message>
    <message>
        <location filename="../../ui/forms/augment_generator.ui"></location>
        <source>Pieces of patches</source>
        <translation>Ausschnitte von Patches</translation>
    </message>
    <message>
        <location filename="../../ui/forms/augment_generator.ui"></location>
        <source>How Large It Is, and How Long It Learns</source>
        <translation>Wie groß er ist und wie lange er lernt</translation>
    </message>
    <message>
        <location filename="../../ui/forms/augment_generator.ui"></location>
        <source>Small</source>
        <translation>Klein</translation>
    </message>
    <message>
        <location filename="../../ui/forms/augment_generator.ui"></location>
        <source>Usual</source>
        <translation>Üblich</translation>
    </message>
    <message>
        <location filename="../../ui/forms/augment_generator.ui"></location>
        <source>Large</source>
        <translation>Groß</translation>
    </message>
    <message>
        <location filename="../../ui/forms/augment_generator.ui"></location>
        <source>Learn all classes, not only those to enlarge</source>
        <translation>Alle Klassen lernen, nicht nur die aufzustockenden</translation>
    </message>
    <message>
        <location filename="../../ui/forms/augment_generator.ui"></location>
        <location filename="../../ui/forms/augment_make.ui"></location>
        <location filename="../../ui/forms/augment_trial.ui"></location>
        <location filename="../../ui/forms/distil.ui"></location>
        <location filename="../../ui/forms/fine_tune.ui"></location>
        <source>All settings</source>
        <translation>Alle Einstellungen</translation>
    </message>
    <message>
        <location filename="../../ui/forms/augment_make.ui"></location>
        <location filename="../../ui/forms/patches_page.ui"></location>
        <source>Patch set to write</source>
        <translation>Zu schreibender Patchsatz</translation>
    </message>
    <message>
        <location filename="../../ui/forms/augment_make.ui"></location>
        <source>Filter by a classifier</source>
        <translation>Mit einem Klassifikator filtern</translation>
    </message>
    <message>
        <location filename="../../ui/forms/augment_make.ui"></location>
        <source>Keeps only patches that the model takes for their class, and that look to it as real ones do.</source>
        <translation>Behält nur Patches, die das Modell ihrer Klasse zuordnet und die für dieses wie echte aussehen.</translation>
    </message>
    <message>
        <location filename="../../ui/forms/augment_make.ui"></location>
        <source>Make Patches</source>
        <translation>Patches erzeugen</translation>
    </message>
    <message>
        <location filename="../../ui/forms/augment_make.ui"></location>
        <source>With the Patches That Were Made</source>
        <translation>Mit den erzeugten Patches</translation>
    </message>
    <message>
        <location filename="../../ui/forms/augment_make.ui"></location>
        <source>Look at them first: the report shows real and synthetic patches side by side, and finds copies.</source>
        <translation>Zuerst ansehen: der Bericht zeigt echte und synthetische Patches nebeneinander und findet Kopien.</translation>
    </message>
    <message>
        <location filename="../../ui/forms/augment_make.ui"></location>
        <source>Assess Quality</source>
        <translation>Qualität beurteilen</translation>
    </message>
    <message>
        <location filename="../../ui/forms/augment_make.ui"></location>
        <source>Train With Them…</source>
        <translation>Damit trainieren…</translation>
    </message>
    <message>
        <location filename="../../ui/forms/augment_patches.ui"></location>
        <source>Choose patches that are labelled and split: from Fine-Tune, from the toolbox, or from elsewhere. A generator learns from their training patches alone, never from those that a model is judged by.</source>
        <translation>Gelabelte und aufgeteilte Patches wählen: aus dem Nachtrainieren, aus der Werkzeugkiste oder von anderswo. Ein Generator lernt nur aus ihren Trainings-Patches, nie aus denen, an denen ein Modell gemessen wird.</translation>
    </message>
    <message>
        <location filename="../../ui/forms/augment_trial.ui"></location>
        <source>The same classifier is trained with and without synthetic patches, several times, and tested on real patches that nothing has learned from. Each generator sees only the labels of its own repetition.</source>
        <translation>Derselbe Klassifikator wird mehrmals mit und ohne synthetische Patches trainiert und an echten Patches getestet, aus denen nichts gelernt hat. Jeder Generator sieht nur die Labels seiner eigenen Wiederholung.</translation>
    </message>
    <message>
        <location filename="../../ui/forms/augment_trial.ui"></location>
        <source>How Sure It Shall Be</source>
        <translation>Wie sicher es sein soll</translation>
    </message>
    <message>
        <location filename="../../ui/forms/augment_trial.ui"></location>
        <source>Quick</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <location filename="../../ui/forms/augment_trial.ui"></location>
        <source>Careful</source>
        <translation>Sorgfältig</translation>
    </message>
    <message>
        <location filename="../../ui/forms/classify.ui"></location>
        <source>Classify a Scene</source>
        <translation>Szene klassifizieren</translation>
    </message>
    <message>
        <location filename="../../ui/forms/classify.ui"></location>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <location filename="../../ui/forms/classify.ui"></location>
        <source>Choose a product or a raster file that is not in the project</source>
        <translation>Ein Produkt oder eine Rasterdatei wählen, die nicht im Projekt ist</translation>
    </message>
    <message>
        <location filename="../../ui/forms/classify.ui"></location>
        <source>What the Pixels Mean</source>
        <translation>Bedeutung der Pixel</translation>
    </message>
    <message>
        <location filename="../../ui/forms/classify.ui"></location>
        <source>such as 1.04e-5</source>
        <translation>etwa 1.04e-5</translation>
    </message>
    <message>
        <location filename="../../ui/forms/classify.ui"></location>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <location filename="../../ui/forms/classify.ui"></location>
        <location filename="../../core/contract/commands/classify.py"></location>
        <source>Area</source>
        <translation>Gebiet</translation>
    </message>
    <message>
        <location filename="../../ui/forms/classify.ui"></location>
        <source>Draw on the Map</source>
        <translation>In der Karte aufziehen</translation>
    </message>
    <message>
        <location filename="../../ui/forms/classify.ui"></location>
        <source>Selected polygons only</source>
        <translation>Nur ausgewählte Polygone</translation>
    </message>
    <message>
        <location filename="../../ui/forms/classify.ui"></location>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <location filename="../../ui/forms/classify.ui"></location>
        <location filename="../../core/contract/commands/classify.py"></location>
        <location filename="../../core/contract/commands/sampling.py"></location>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <location filename="../../ui/forms/classify.ui"></location>
        <source>More Settings</source>
        <translation>Weitere Einstellungen</translation>
    </message>
    <message>
        <location filename="../../ui/forms/distil.ui"></location>
        <source>Distil: a Radar Model Learns from Optical Images</source>
        <translation>Destillieren: ein Radarmodell lernt von optischen Bildern</translation>
    </message>
    <message>
        <location filename="../../ui/forms/distil.ui"></location>
        <location filename="../../ui/forms/fine_tune.ui"></location>
        <source>2. Training</source>
        <translation>2. Training</translation>
    </message>
    <message>
        <location filename="../../ui/forms/distil.ui"></location>
        <source>Start model of the student</source>
        <translation>Ausgangsmodell des Schülers</translation>
    </message>
    <message>
        <location filename="../../ui/forms/distil.ui"></location>
        <source>Name of the student</source>
        <translation>Name des Schülers</translation>
    </message>
    <message>
        <location filename="../../ui/forms/distil.ui"></location>
        <source>Student</source>
        <translation>Schüler</translation>
    </message>
    <message>
        <location filename="../../ui/forms/distil.ui"></location>
        <location filename="../../ui/forms/fine_tune.ui"></location>
        <source>3. Run and Result</source>
        <translation>3. Lauf und Ergebnis</translation>
    </message>
    <message>
        <location filename="../../ui/forms/export.ui"></location>
        <source>Export a Model</source>
        <translation>Modell exportieren</translation>
    </message>
    <message>
        <location filename="../../ui/forms/export.ui"></location>
        <source>Model File for Another Program</source>
        <translation>Modelldatei für ein anderes Programm</translation>
    </message>
    <message>
        <location filename="../../ui/forms/export.ui"></location>
        <source>Write Model File</source>
        <translation>Modelldatei schreiben</translation>
    </message>
    <message>
        <location filename="../../ui/forms/export.ui"></location>
        <source>8-Bit Raster It Needs</source>
        <translation>Das 8-Bit-Raster, das es braucht</translation>
    </message>
    <message>
        <location filename="../../ui/forms/export.ui"></location>
        <source>Write 8-Bit Raster</source>
        <translation>8-Bit-Raster schreiben</translation>
    </message>
    <message>
        <location filename="../../ui/forms/fine_tune.ui"></location>
        <source>Fine-Tune a Model</source>
        <translation>Modell nachtrainieren</translation>
    </message>
    <message>
        <location filename="../../ui/forms/fine_tune.ui"></location>
        <source>Start model</source>
        <translation>Ausgangsmodell</translation>
    </message>
    <message>
        <location filename="../../ui/forms/fine_tune.ui"></location>
        <source>Name of the new model</source>
        <translation>Name des neuen Modells</translation>
    </message>
    <message>
        <location filename="../../ui/forms/fine_tune.ui"></location>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Head only</source>
        <translation>Nur der Kopf</translation>
    </message>
    <message>
        <location filename="../../ui/forms/fine_tune.ui"></location>
        <source>Fine-tune</source>
        <translation>Nachtrainieren</translation>
    </message>
    <message>
        <location filename="../../ui/forms/fine_tune.ui"></location>
        <source>Thorough</source>
        <translation>Gründlich</translation>
    </message>
    <message>
        <location filename="../../ui/forms/labels.ui"></location>
        <location filename="../../ui/forms/labels_start.ui"></location>
        <source>New Labels…</source>
        <translation>Neue Labels…</translation>
    </message>
    <message>
        <location filename="../../ui/forms/labels.ui"></location>
        <location filename="../../ui/forms/labels_start.ui"></location>
        <source>Continue Labels…</source>
        <translation>Labels fortsetzen…</translation>
    </message>
    <message>
        <location filename="../../ui/forms/labels.ui"></location>
        <source>Save Labels</source>
        <translation>Labels speichern</translation>
    </message>
    <message>
        <location filename="../../ui/forms/labels.ui"></location>
        <location filename="../../ui/forms/review.ui"></location>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <location filename="../../ui/forms/labels.ui"></location>
        <source>Add a Class</source>
        <translation>Klasse hinzufügen</translation>
    </message>
    <message>
        <location filename="../../ui/forms/labels.ui"></location>
        <source>Colour…</source>
        <translation>Farbe…</translation>
    </message>
    <message>
        <location filename="../../ui/forms/labels.ui"></location>
        <source>Remove the Class</source>
        <translation>Klasse entfernen</translation>
    </message>
    <message>
        <location filename="../../ui/forms/labels.ui"></location>
        <source>Label on the Map</source>
        <translation>In der Karte labeln</translation>
    </message>
    <message>
        <location filename="../../ui/forms/labels.ui"></location>
        <location filename="../../ui/forms/review.ui"></location>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <location filename="../../ui/forms/labels.ui"></location>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <location filename="../../ui/forms/labels.ui"></location>
        <source>Go through</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <location filename="../../ui/forms/labels.ui"></location>
        <source>Move on after a digit</source>
        <translation>Nach einer Ziffer weiter</translation>
    </message>
    <message>
        <location filename="../../ui/forms/labels.ui"></location>
        <source>Map follows</source>
        <translation>Karte folgt</translation>
    </message>
    <message>
        <location filename="../../ui/forms/labels.ui"></location>
        <location filename="../../core/contract/commands/sampling.py"></location>
        <source>Design</source>
        <translation>Stichprobenplan</translation>
    </message>
    <message>
        <location filename="../../ui/forms/labels.ui"></location>
        <location filename="../../ui/forms/review.ui"></location>
        <location filename="../../core/contract/commands/relearn.py"></location>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <location filename="../../ui/forms/labels.ui"></location>
        <source>Class field</source>
        <translation>Klassenfeld</translation>
    </message>
    <message>
        <location filename="../../ui/forms/labels.ui"></location>
        <location filename="../../core/contract/commands/simulate.py"></location>
        <location filename="../../core/contract/commands/patches.py"></location>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <location filename="../../core/contract/commands/generation.py"></location>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <location filename="../../core/contract/commands/generation_quality.py"></location>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <location filename="../../core/contract/commands/sampling.py"></location>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <location filename="../../ui/forms/labels.ui"></location>
        <source>Draw Sample</source>
        <translation>Stichprobe ziehen</translation>
    </message>
    <message>
        <location filename="../../ui/forms/labels.ui"></location>
        <source>From a Layer</source>
        <translation>Aus einem Layer</translation>
    </message>
    <message>
        <location filename="../../ui/forms/labels.ui"></location>
        <source>Layer</source>
        <translation>Layer</translation>
    </message>
    <message>
        <location filename="../../ui/forms/labels.ui"></location>
        <source>Replace labels that are there</source>
        <translation>Vorhandene Labels ersetzen</translation>
    </message>
    <message>
        <location filename="../../ui/forms/labels.ui"></location>
        <source>Take Over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <location filename="../../ui/forms/labels_new.ui"></location>
        <source>New Labels</source>
        <translation>Neue Labels</translation>
    </message>
    <message>
        <location filename="../../ui/forms/labels_new.ui"></location>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <location filename="../../ui/forms/labels_new.ui"></location>
        <source>As for</source>
        <translation>Wie bei</translation>
    </message>
    <message>
        <location filename="../../ui/forms/labels_start.ui"></location>
        <source>Label the patches of a scene by hand: a grid of cells is laid over it, and each gets a class.
Nothing is lost on the way: labels are edits of a QGIS layer, saved like any other.</source>
        <translation>Die Patches einer Szene von Hand labeln: ein Gitter von Zellen wird über sie gelegt, und jede bekommt eine Klasse.
Nichts geht unterwegs verloren: Labels sind Änderungen eines QGIS-Layers und werden wie jede andere gespeichert.</translation>
    </message>
    <message>
        <location filename="../../ui/forms/models.ui"></location>
        <source>Mean Recall</source>
        <translation>Mittlere Trefferquote</translation>
    </message>
    <message>
        <location filename="../../ui/forms/models.ui"></location>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <location filename="../../ui/forms/models.ui"></location>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <location filename="../../ui/forms/models.ui"></location>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <location filename="../../ui/forms/models.ui"></location>
        <source>Card</source>
        <translation>Modellkarte</translation>
    </message>
    <message>
        <location filename="../../ui/forms/models.ui"></location>
        <source>Origin</source>
        <translation>Abstammung</translation>
    </message>
    <message>
        <location filename="../../ui/forms/models.ui"></location>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <location filename="../../ui/forms/models.ui"></location>
        <source>Copy SHA-256</source>
        <translation>SHA-256 kopieren</translation>
    </message>
    <message>
        <location filename="../../ui/forms/patches_page.ui"></location>
        <source>Cut patches from labelled scenes</source>
        <translation>Patches aus gelabelten Szenen ausschneiden</translation>
    </message>
    <message>
        <location filename="../../ui/forms/patches_page.ui"></location>
        <source>Add Scene</source>
        <translation>Szene hinzufügen</translation>
    </message>
    <message>
        <location filename="../../ui/forms/patches_page.ui"></location>
        <source>Remove Scene</source>
        <translation>Szene entfernen</translation>
    </message>
    <message>
        <location filename="../../ui/forms/patches_page.ui"></location>
        <source>How Patches Are Cut</source>
        <translation>Wie Patches ausgeschnitten werden</translation>
    </message>
    <message>
        <location filename="../../ui/forms/patches_page.ui"></location>
        <source>Use a patch set that is there</source>
        <translation>Einen vorhandenen Patchsatz verwenden</translation>
    </message>
    <message>
        <location filename="../../ui/forms/patches_page.ui"></location>
        <source>Look at the Patches</source>
        <translation>Patches ansehen</translation>
    </message>
    <message>
        <location filename="../../ui/forms/review.ui"></location>
        <source>The cells of a map that are the least certain, one after another: accept or correct each with one key.</source>
        <translation>Die unsichersten Zellen einer Karte nacheinander: jede mit einer Taste übernehmen oder berichtigen.</translation>
    </message>
    <message>
        <location filename="../../ui/forms/review.ui"></location>
        <source>Order by</source>
        <translation>Ordnen nach</translation>
    </message>
    <message>
        <location filename="../../ui/forms/review.ui"></location>
        <source>At first apart</source>
        <translation>Zuerst im Abstand</translation>
    </message>
    <message>
        <location filename="../../ui/forms/review.ui"></location>
        <source> m</source>
        <translation> m</translation>
    </message>
    <message>
        <location filename="../../ui/forms/review.ui"></location>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <location filename="../../ui/forms/review.ui"></location>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <location filename="../../ui/forms/review.ui"></location>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/doctor.py"></location>
        <source>Say whether the engine works here: versions, devices, and the measured patch rate.</source>
        <translation>Angeben, ob der Rechenkern hier läuft: Versionen, Geräte und die gemessene Patch-Rate.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/doctor.py"></location>
        <location filename="../../core/contract/commands/scene.py"></location>
        <location filename="../../core/contract/commands/patches.py"></location>
        <location filename="../../core/contract/commands/model.py"></location>
        <source>As JSON</source>
        <translation>Als JSON</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/doctor.py"></location>
        <location filename="../../core/contract/commands/scene.py"></location>
        <location filename="../../core/contract/commands/patches.py"></location>
        <location filename="../../core/contract/commands/model.py"></location>
        <source>Print one JSON object instead of text.</source>
        <translation>Statt Text ein JSON-Objekt ausgeben.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/doctor.py"></location>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <location filename="../../core/contract/commands/generation.py"></location>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <location filename="../../core/contract/commands/generation_quality.py"></location>
        <location filename="../../core/contract/commands/assessment.py"></location>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <location filename="../../core/contract/commands/classify.py"></location>
        <location filename="../../core/contract/commands/embed.py"></location>
        <source>auto, cpu, cuda, cuda:N or mps.</source>
        <translation>auto, cpu, cuda, cuda:N oder mps.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/scene.py"></location>
        <source>Say what a scene is: sizes, spacing, calibration, incidence, footprint, warnings.</source>
        <translation>Eine Szene beschreiben: Größe, Pixelabstand, Kalibrierung, Einfallswinkel, Umriss, Warnungen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/scene.py"></location>
        <location filename="../../core/contract/commands/classify.py"></location>
        <location filename="../../core/contract/commands/embed.py"></location>
        <source>Product folder, its XML, or a raster.</source>
        <translation>Produktordner, seine XML-Datei oder ein Raster.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/scene_options.py"></location>
        <source>Bands to read, by polarisation (HH VV HV VH) or number from 1, in the order of the model's channels.</source>
        <translation>Zu lesende Bänder, nach Polarisation (HH VV HV VH) oder Nummer ab 1, in der Reihenfolge der Kanäle des Modells.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/scene_options.py"></location>
        <source>Pixel quantity</source>
        <translation>Messgröße der Pixel</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/scene_options.py"></location>
        <source>What the pixels of a raster hold; a product says it itself.</source>
        <translation>Was die Pixel eines Rasters enthalten; ein Produkt gibt es selbst an.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/scene_options.py"></location>
        <source>Pixels in dB</source>
        <translation>Pixel in dB</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/scene_options.py"></location>
        <source>The pixels are decibels, not linear.</source>
        <translation>Die Pixel sind Dezibel, nicht linear.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/scene_options.py"></location>
        <location filename="../../core/contract/commands/simulate.py"></location>
        <source>Calibration factor</source>
        <translation>Kalibrierfaktor</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/scene_options.py"></location>
        <source>Multiplies squared amplitude or intensity to give a calibrated quantity.</source>
        <translation>Ergibt, mit quadrierter Amplitude oder Intensität multipliziert, eine kalibrierte Messgröße.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/scene_options.py"></location>
        <source>Calibrated to</source>
        <translation>Kalibriert auf</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/scene_options.py"></location>
        <source>The quantity that the calibration factor gives.</source>
        <translation>Die Messgröße, die der Kalibrierfaktor ergibt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/scene_options.py"></location>
        <source>Incidence angle of the whole scene, where the file does not say.</source>
        <translation>Einfallswinkel der ganzen Szene, falls die Datei ihn nicht angibt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/scene_options.py"></location>
        <source>Incidence from product</source>
        <translation>Einfallswinkel aus Produkt</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/scene_options.py"></location>
        <source>A TerraSAR-X product folder whose geolocation grid gives the incidence angle.</source>
        <translation>Ein TerraSAR-X-Produktordner, dessen Geolokalisierungsgitter den Einfallswinkel angibt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/scene_options.py"></location>
        <source>Ground size of a pixel, where the file does not say.</source>
        <translation>Größe eines Pixels am Boden, falls die Datei sie nicht angibt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/scene_options.py"></location>
        <source>Subtract noise</source>
        <translation>Rauschen abziehen</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/scene_options.py"></location>
        <source>Subtract the annotated noise power where the product says that it is still in.</source>
        <translation>Die annotierte Rauschleistung abziehen, falls sie laut Produkt noch enthalten ist.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/simulate.py"></location>
        <source>Write a synthetic TerraSAR-X product with its labels and an optical companion.</source>
        <translation>Ein synthetisches TerraSAR-X-Produkt mit Labels und optischem Begleitbild schreiben.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/simulate.py"></location>
        <source>Output folder</source>
        <translation>Ausgabeordner</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/simulate.py"></location>
        <source>Folder to make: product folder, labels.gpkg and optical.tif go into it.</source>
        <translation>Anzulegender Ordner: Produktordner, labels.gpkg und optical.tif kommen hinein.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/simulate.py"></location>
        <source>Equal seeds give equal scenes.</source>
        <translation>Gleiche Startwerte ergeben gleiche Szenen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/simulate.py"></location>
        <source>Rows and columns of the image.</source>
        <translation>Zeilen und Spalten des Bildes.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/simulate.py"></location>
        <source>Ground size of a pixel.</source>
        <translation>Größe eines Pixels am Boden.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/simulate.py"></location>
        <source>At scene centre.</source>
        <translation>In der Szenenmitte.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/simulate.py"></location>
        <source>1 for spatially enhanced (SE), 4 to 6 for radiometrically enhanced (RE).</source>
        <translation>1 für räumlich verbessert (SE), 4 bis 6 für radiometrisch verbessert (RE).</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/simulate.py"></location>
        <source>Power of one digital number squared, as annotated.</source>
        <translation>Leistung eines quadrierten Digitalwerts, wie annotiert.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/simulate.py"></location>
        <source>Class mix</source>
        <translation>Klassenmischung</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/simulate.py"></location>
        <source>Which classes are common.</source>
        <translation>Welche Klassen häufig sind.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/simulate.py"></location>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/simulate.py"></location>
        <source>Product variant.</source>
        <translation>Produktvariante.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/simulate.py"></location>
        <source>Polarisation</source>
        <translation>Polarisation</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/simulate.py"></location>
        <source>Polarisation of the image.</source>
        <translation>Polarisation des Bildes.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/simulate.py"></location>
        <source>Second polarisation</source>
        <translation>Zweite Polarisation</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/simulate.py"></location>
        <source>For a dual-polarised product.</source>
        <translation>Für ein dual-polarisiertes Produkt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/simulate.py"></location>
        <source>Optical companion</source>
        <translation>Optisches Begleitbild</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/simulate.py"></location>
        <source>Also write optical.tif.</source>
        <translation>Auch optical.tif schreiben.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/simulate.py"></location>
        <source>Season</source>
        <translation>Jahreszeit</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/simulate.py"></location>
        <source>Of the optical image: colours of plants and soil, length of shadows, snow in winter.</source>
        <translation>Des optischen Bildes: Farben von Pflanzen und Boden, Länge der Schatten, Schnee im Winter (summer, spring, autumn, winter: Sommer, Frühling, Herbst, Winter).</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/simulate.py"></location>
        <source>Cloud share</source>
        <translation>Wolkenanteil</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/simulate.py"></location>
        <source>Share of the optical image under clouds; they cast shadows too.</source>
        <translation>Anteil des optischen Bildes unter Wolken; sie werfen auch Schatten.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/simulate.py"></location>
        <source>Haze</source>
        <translation>Dunst</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/simulate.py"></location>
        <source>In the optical image: 0 is clear air, 1 hides most of the ground.</source>
        <translation>Im optischen Bild: 0 ist klare Luft, 1 verbirgt den Boden größtenteils.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/simulate.py"></location>
        <source>Optical shift down</source>
        <translation>Versatz des optischen Bildes nach unten</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/simulate.py"></location>
        <source>How far below its true place the optical image lies.</source>
        <translation>Wie weit das optische Bild unter seinem wahren Ort liegt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/simulate.py"></location>
        <source>Optical shift right</source>
        <translation>Versatz des optischen Bildes nach rechts</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/simulate.py"></location>
        <source>How far right of its true place the optical image lies.</source>
        <translation>Wie weit das optische Bild rechts von seinem wahren Ort liegt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/simulate.py"></location>
        <location filename="../../core/contract/commands/scene.py"></location>
        <location filename="../../core/contract/commands/patches.py"></location>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <location filename="../../core/contract/commands/generation.py"></location>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <location filename="../../core/contract/commands/generation_quality.py"></location>
        <location filename="../../core/contract/commands/assessment.py"></location>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <location filename="../../core/contract/commands/classify.py"></location>
        <location filename="../../core/contract/commands/embed.py"></location>
        <location filename="../../core/contract/commands/relearn.py"></location>
        <location filename="../../core/contract/commands/export.py"></location>
        <location filename="../../core/contract/commands/sampling.py"></location>
        <source>Overwrite</source>
        <translation>Überschreiben</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/simulate.py"></location>
        <source>Replace an existing output folder that simulate wrote.</source>
        <translation>Einen vorhandenen Ausgabeordner ersetzen, den simulate geschrieben hat.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/scene.py"></location>
        <source>Write a scene as a calibrated GeoTIFF (COG): linear, dB, or the 8-bit picture that a model sees.</source>
        <translation>Eine Szene als kalibriertes GeoTIFF (COG) schreiben: linear, in dB oder als das 8-Bit-Bild, das ein Modell sieht.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/scene.py"></location>
        <source>GeoTIFF to write.</source>
        <translation>Zu schreibendes GeoTIFF.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/scene.py"></location>
        <source>Scale</source>
        <translation>Skala</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/scene.py"></location>
        <source>linear power, decibels, or the 8-bit input of --model.</source>
        <translation>lineare Leistung (linear), Dezibel (db) oder die 8-Bit-Eingabe von --model (model).</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/scene.py"></location>
        <source>Calibrated quantity</source>
        <translation>Kalibrierte Messgröße</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/scene.py"></location>
        <source>What to write; a model's input has the model's own.</source>
        <translation>Was zu schreiben ist; die Eingabe eines Modells hat dessen eigene.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/scene.py"></location>
        <source>Model whose 8-bit input to write, with --scale model.</source>
        <translation>Modell, dessen 8-Bit-Eingabe mit --scale model zu schreiben ist.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/scene.py"></location>
        <location filename="../../core/contract/commands/patches.py"></location>
        <location filename="../../core/contract/commands/classify.py"></location>
        <location filename="../../core/contract/commands/embed.py"></location>
        <source>Allow upsampling</source>
        <translation>Upsampling erlauben</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/scene.py"></location>
        <location filename="../../core/contract/commands/classify.py"></location>
        <location filename="../../core/contract/commands/embed.py"></location>
        <source>Go on although the scene is more than twice as coarse as the model.</source>
        <translation>Weitermachen, obwohl die Szene mehr als doppelt so grob ist wie das Modell.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/scene.py"></location>
        <location filename="../../core/contract/commands/patches.py"></location>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <location filename="../../core/contract/commands/generation.py"></location>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <location filename="../../core/contract/commands/generation_quality.py"></location>
        <location filename="../../core/contract/commands/assessment.py"></location>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <location filename="../../core/contract/commands/classify.py"></location>
        <location filename="../../core/contract/commands/embed.py"></location>
        <location filename="../../core/contract/commands/relearn.py"></location>
        <location filename="../../core/contract/commands/export.py"></location>
        <location filename="../../core/contract/commands/sampling.py"></location>
        <source>Replace an existing output.</source>
        <translation>Eine vorhandene Ausgabe ersetzen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Cut labelled patches from scenes.</source>
        <translation>Patches mit Labels aus Szenen ausschneiden.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Product folders or rasters.</source>
        <translation>Produktordner oder Raster.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Vector files with labelled points, polygons or patch squares: one for all scenes, or one per scene in the same order; a scene that has two files is named twice.</source>
        <translation>Vektordateien mit gelabelten Punkten, Polygonen oder Patchquadraten: eine für alle Szenen oder eine je Szene in derselben Reihenfolge; eine Szene mit zwei Dateien wird zweimal genannt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Patch set to write: a folder NAME.patchset.</source>
        <translation>Zu schreibender Patchsatz: ein Ordner NAME.patchset.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <location filename="../../core/contract/commands/embed.py"></location>
        <location filename="../../core/contract/commands/relearn.py"></location>
        <source>Label field</source>
        <translation>Labelfeld</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <location filename="../../core/contract/commands/embed.py"></location>
        <location filename="../../core/contract/commands/relearn.py"></location>
        <source>Field of the labels that holds the class.</source>
        <translation>Feld der Labels, das die Klasse enthält.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Label layer</source>
        <translation>Label-Layer</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Layer of the labels; the one called labels, or the only one, when left out.</source>
        <translation>Layer der Labels; ohne Angabe der namens labels oder der einzige.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Label rule</source>
        <translation>Label-Regel</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>auto: points and patch squares are cut where they lie, other polygons by cover; centre: each polygon gives the patch around its middle.</source>
        <translation>auto: Punkte und Patchquadrate werden dort ausgeschnitten, wo sie liegen, andere Polygone nach Bedeckung (cover); centre: jedes Polygon ergibt den Patch um seine Mitte.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Distance of points</source>
        <translation>Abstand der Punkte</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Nearer points of one class are thinned, of different classes left out; half a patch when left out.</source>
        <translation>Nähere Punkte einer Klasse werden ausgedünnt, solche verschiedener Klassen weggelassen; ohne Angabe ein halber Patch.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Optical images</source>
        <translation>Optische Bilder</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Co-registered RGB rasters, one per scene in the same order.</source>
        <translation>Koregistrierte RGB-Raster, eines je Szene in derselben Reihenfolge.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Patch size</source>
        <translation>Patchgröße</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Rows and columns of a patch.</source>
        <translation>Zeilen und Spalten eines Patches.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <location filename="../../core/contract/commands/classify.py"></location>
        <location filename="../../core/contract/commands/embed.py"></location>
        <source>Stride</source>
        <translation>Schrittweite</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Step from patch to patch; the patch size when left out.</source>
        <translation>Schritt von Patch zu Patch; ohne Angabe die Patchgröße.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Pixel size of patches</source>
        <translation>Pixelgröße der Patches</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Scenes are resampled to it.</source>
        <translation>Szenen werden darauf umgerechnet.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Quantity of patches</source>
        <translation>Messgröße der Patches</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>What the patches hold.</source>
        <translation>Was die Patches enthalten.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <location filename="../../core/contract/commands/embed.py"></location>
        <location filename="../../core/contract/commands/relearn.py"></location>
        <source>Least cover</source>
        <translation>Mindestanteil der Klasse</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Share of a patch that its class must cover; patches below are left out.</source>
        <translation>Anteil eines Patches, den seine Klasse bedecken muss; Patches darunter entfallen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <location filename="../../core/contract/commands/classify.py"></location>
        <location filename="../../core/contract/commands/embed.py"></location>
        <source>Least valid share</source>
        <translation>Mindestanteil gültiger Pixel</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <location filename="../../core/contract/commands/classify.py"></location>
        <location filename="../../core/contract/commands/embed.py"></location>
        <source>Share of a patch that must hold data.</source>
        <translation>Anteil eines Patches, der Daten enthalten muss.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Go on although a scene is more than twice as coarse as the patches.</source>
        <translation>Weitermachen, obwohl eine Szene mehr als doppelt so grob ist wie die Patches.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <location filename="../../core/contract/commands/embed.py"></location>
        <source>Validation share</source>
        <translation>Validierungsanteil</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Share of patches for validation.</source>
        <translation>Anteil der Patches zur Validierung.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <location filename="../../core/contract/commands/embed.py"></location>
        <source>Test share</source>
        <translation>Testanteil</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Share of patches for testing.</source>
        <translation>Anteil der Patches zum Testen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <location filename="../../core/contract/commands/embed.py"></location>
        <location filename="../../core/contract/commands/relearn.py"></location>
        <source>Block size</source>
        <translation>Blockgröße</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Side of the spatial blocks that go to one side of the split as a whole.</source>
        <translation>Seitenlänge der räumlichen Blöcke, die als Ganzes in einen Teil der Aufteilung kommen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Split by</source>
        <translation>Aufteilen nach</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>What goes to one side of the split as a whole: spatial blocks, scenes, or only groups of overlapping patches.</source>
        <translation>Was als Ganzes in einen Teil der Aufteilung kommt: räumliche Blöcke (blocks), Szenen (scenes) oder nur Gruppen überlappender Patches (groups).</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Keep the split of</source>
        <translation>Aufteilung beibehalten von</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>A patch set whose places stay on their sides; new patches that overlap its test places are tested on too.</source>
        <translation>Ein Patchsatz, dessen Orte in ihren Teilen bleiben; neue Patches, die seine Testorte überlappen, dienen ebenfalls dem Test.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Equal seeds give equal splits.</source>
        <translation>Gleiche Startwerte ergeben gleiche Aufteilungen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Make a patch set of image chips listed in a CSV table.</source>
        <translation>Einen Patchsatz aus Bildchips anlegen, die eine CSV-Tabelle aufführt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>CSV with the columns path,label and, if known, group,split,optical.</source>
        <translation>CSV mit den Spalten path,label und, falls bekannt, group,split,optical.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Quantity of chips</source>
        <translation>Messgröße der Chips</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>What the chips hold; dn for uncalibrated.</source>
        <translation>Was die Chips enthalten; dn für unkalibriert.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Scale of chips</source>
        <translation>Skala der Chips</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>amplitude (squared on reading; complex chips too), linear power, or dB.</source>
        <translation>Amplitude (amplitude; beim Lesen quadriert, auch komplexe Chips), lineare Leistung (power) oder dB (db).</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Pixel size of chips</source>
        <translation>Pixelgröße der Chips</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Left out when unknown: a model trained on them is then a start for training only.</source>
        <translation>Weglassen, wenn unbekannt: ein darauf trainiertes Modell taugt dann nur als Ausgangspunkt fürs Training.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Bands of chips</source>
        <translation>Bänder der Chips</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Polarisation of each channel: HH, VV, HV, VH, or co for either co-polarisation; numbers when left out.</source>
        <translation>Polarisation jedes Kanals: HH, VV, HV, VH, oder co für eine der beiden Ko-Polarisationen; ohne Angabe Nummern.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Chips are cropped at their centre to it; the size of the first chip when left out.</source>
        <translation>Chips werden in der Mitte darauf zugeschnitten; ohne Angabe die Größe des ersten Chips.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Count the patches of a set by class, split and group, check it for leaks, and draw its patches.</source>
        <translation>Die Patches eines Satzes nach Klasse, Teil und Gruppe zählen, ihn auf Überschneidungen der Teile prüfen und seine Patches zeichnen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <location filename="../../core/contract/commands/assessment.py"></location>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <source>Folder NAME.patchset.</source>
        <translation>Ordner NAME.patchset.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Contact sheets</source>
        <translation>Kontaktbögen</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Folder for a picture of the patches of each class.</source>
        <translation>Ordner für ein Bild der Patches jeder Klasse.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Replace an existing folder of contact sheets.</source>
        <translation>Einen vorhandenen Ordner mit Kontaktbögen ersetzen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Join patch sets into one; patches of one place come to one side of the split.</source>
        <translation>Patchsätze zu einem zusammenführen; Patches desselben Ortes kommen in denselben Teil der Aufteilung.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Folders NAME.patchset of one quantity, pixel size and patch size.</source>
        <translation>Ordner NAME.patchset gleicher Messgröße, Pixelgröße und Patchgröße.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Split anew</source>
        <translation>Neu aufteilen</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Part all patches anew instead of keeping the splits of the sets.</source>
        <translation>Alle Patches neu aufteilen, statt die Aufteilungen der Sätze beizubehalten.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Take some patches of a set; what is not asked for stays out.</source>
        <translation>Einige Patches eines Satzes entnehmen; was nicht verlangt ist, bleibt draußen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Names or codes; all when left out.</source>
        <translation>Namen oder Codes; ohne Angabe alle.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Splits</source>
        <translation>Teile</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Parts to take: train, validation, test; all when left out.</source>
        <translation>Welche Teile entnommen werden: train, validation, test; ohne Angabe alle.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Scenes by name, as the index gives them; all when left out.</source>
        <translation>Szenen mit ihrem Namen aus dem Index; ohne Angabe alle.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Condition on fields of the index, as in a QGIS filter: "cover &gt; 0.8 AND source = 'real'".</source>
        <translation>Bedingung an Felder des Index, wie in einem QGIS-Filter: "cover &gt; 0.8 AND source = 'real'".</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Most per class</source>
        <translation>Höchstens je Klasse</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>At most so many patches of each class, drawn by the seed.</source>
        <translation>Höchstens so viele Patches jeder Klasse, nach dem Startwert gezogen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Equal seeds draw equal patches.</source>
        <translation>Gleiche Startwerte ziehen gleiche Patches.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Rename, merge or drop the classes of a patch set.</source>
        <translation>Klassen eines Patchsatzes umbenennen, zusammenlegen oder weglassen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Mapping</source>
        <translation>Zuordnung</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>OLD=NEW for each class to change, by name or code; several to one NEW are merged, OLD= drops a class.</source>
        <translation>ALT=NEU für jede zu ändernde Klasse, mit Name oder Code; mehrere mit demselben NEU werden zusammengelegt, ALT= lässt eine Klasse weg.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>CSV with the columns old,new and, if wished, code,colour instead.</source>
        <translation>Stattdessen eine CSV-Datei mit den Spalten old,new und, falls gewünscht, code,colour.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Legend of</source>
        <translation>Legende von</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>A patch set whose classes, codes and colours are taken over.</source>
        <translation>Ein Patchsatz, dessen Klassen, Codes und Farben übernommen werden.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Write a patch set once per fold of a cross-validation; each patch is tested on in one of them.</source>
        <translation>Einen Patchsatz einmal je Durchgang einer Kreuzvalidierung schreiben; jeder Patch dient in einem davon dem Test.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Folder to write, with fold-1.patchset and so on.</source>
        <translation>Zu schreibender Ordner, mit fold-1.patchset und so weiter.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <source>Folds</source>
        <translation>Durchgänge</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>How many.</source>
        <translation>Wie viele.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Share of the patches that are not tested on.</source>
        <translation>Anteil der Patches, die nicht dem Test dienen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Equal seeds give equal folds.</source>
        <translation>Gleiche Startwerte ergeben gleiche Durchgänge.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Train a classifier on the patches of a set.</source>
        <translation>Einen Klassifikator mit den Patches eines Satzes trainieren.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <source>Model file NAME.safetensors; the run folder NAME.run is written beside it.</source>
        <translation>Modelldatei NAME.safetensors; der Laufordner NAME.run wird daneben geschrieben.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Folder NAME.patchset; left out with feature grids.</source>
        <translation>Ordner NAME.patchset; entfällt bei Merkmalsgittern.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <source>Backbone</source>
        <translation>Backbone</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <source>Network body; left out, that of the start, else resnet18.</source>
        <translation>Rumpf des Netzes; ohne Angabe der des Ausgangspunkts, sonst resnet18.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <source>Paper's head</source>
        <translation>Kopf der Veröffentlichung</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <source>Two hidden layers of 256 before the classes, as in the TerraSAR-X patch paper.</source>
        <translation>Zwei verdeckte Schichten mit 256 Neuronen vor den Klassen, wie in der Veröffentlichung zu TerraSAR-X-Patches.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <source>Start weights</source>
        <translation>Startgewichte</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <source>shipped (the model that Echopatch brings), random, imagenet, a model file, or a local file of ResNet weights; auto is shipped, or random for another backbone and for optical images.</source>
        <translation>shipped (das Modell, das Echopatch mitbringt), random, imagenet, eine Modelldatei oder eine lokale Datei mit ResNet-Gewichten; auto ist shipped, oder random bei einem anderen Backbone und bei optischen Bildern.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <source>Allow another quantity</source>
        <translation>Andere Messgröße erlauben</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Start although these patches hold another quantity than the start model learned from.</source>
        <translation>Beginnen, obwohl diese Patches eine andere Messgröße enthalten als die, aus der das Ausgangsmodell gelernt hat.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Probe epochs</source>
        <translation>Kopf-Epochen</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Before all others, epochs in which only the head learns, on the start's own features.</source>
        <translation>Vor allen anderen: Epochen, in denen nur der Kopf lernt, an den Merkmalen des Ausgangspunkts selbst.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Probe rate</source>
        <translation>Lernrate der Kopf-Epochen</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Peak learning rate of the probe epochs.</source>
        <translation>Höchste Lernrate der Kopf-Epochen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Freeze</source>
        <translation>Einfrieren</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>What keeps its start weights: none, the stem (first layers), or the whole body.</source>
        <translation>Was seine Startgewichte behält: nichts (none), der Stamm (stem, die ersten Schichten) oder der ganze Rumpf (body).</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Frozen epochs</source>
        <translation>Gefrorene Epochen</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>For how many epochs after the probe; left out, to the end.</source>
        <translation>Für wie viele Epochen nach den Kopf-Epochen; ohne Angabe bis zum Ende.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Layer decay</source>
        <translation>Abfall je Stufe</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Learning rate of each stage of the body as a share of the next one's; 1 for one rate.</source>
        <translation>Lernrate jeder Stufe des Rumpfes als Anteil derjenigen der nächsten; 1 für eine einzige Rate.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <location filename="../../core/contract/commands/relearn.py"></location>
        <source>Texture expert</source>
        <translation>Textur-Experte</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <location filename="../../core/contract/commands/relearn.py"></location>
        <source>Let statistics of texture answer beside the network: they learn from few patches.</source>
        <translation>Texturstatistiken neben dem Netz antworten lassen: sie lernen aus wenigen Patches.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <source>Passes over the training patches; 0 chooses by their number: 4,000 patches seen, in at least 8 epochs.</source>
        <translation>Durchgänge durch die Trainings-Patches; 0 wählt nach ihrer Zahl: 4.000 gesehene Patches, in mindestens 8 Epochen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <location filename="../../core/contract/commands/generation.py"></location>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <location filename="../../core/contract/commands/classify.py"></location>
        <location filename="../../core/contract/commands/embed.py"></location>
        <source>Batch size</source>
        <translation>Stapelgröße</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <location filename="../../core/contract/commands/generation.py"></location>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <source>Patches per step.</source>
        <translation>Patches pro Schritt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <location filename="../../core/contract/commands/generation.py"></location>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <source>Peak rate of AdamW.</source>
        <translation>Höchste Lernrate von AdamW.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <source>Weight decay</source>
        <translation>Gewichtsabnahme</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <source>Of AdamW.</source>
        <translation>Weight Decay von AdamW.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <source>Warm-up</source>
        <translation>Anlaufphase</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <source>Share of all steps in which the rate rises.</source>
        <translation>Anteil aller Schritte, in dem die Lernrate steigt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>ce is cross-entropy; focal dwells on hard patches; the others make up for rare classes.</source>
        <translation>ce ist die Kreuzentropie; focal verweilt bei schwierigen Patches; die anderen gleichen seltene Klassen aus.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>Focal exponent</source>
        <translation>Fokaler Exponent</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>How little easy patches count; 0 is ce. For focal.</source>
        <translation>Wie wenig leichte Patches zählen; 0 ist ce. Für focal.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>Adjustment</source>
        <translation>Anpassung</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>How far rare classes are helped: 0 not at all, 1 to equal footing. For logit-adjusted.</source>
        <translation>Wie weit seltenen Klassen geholfen wird: 0 gar nicht, 1 bis zur Gleichstellung. Für logit-adjusted.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>Class weights</source>
        <translation>Klassengewichte</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>inverse weighs each class by 1 / its patches, effective less steeply.</source>
        <translation>inverse gewichtet jede Klasse mit 1 / Zahl ihrer Patches, effective weniger steil.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>Effective beta</source>
        <translation>Beta der wirksamen Anzahl</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>From about 1 / (1 - beta) patches on, more patches count no more. For effective and ldam-drw.</source>
        <translation>Ab etwa 1 / (1 - Beta) Patches zählen weitere nicht mehr. Für effective und ldam-drw.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>Label smoothing</source>
        <translation>Label-Glättung</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>Share of the label spread over all classes.</source>
        <translation>Anteil des Labels, der auf alle Klassen verteilt wird.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>instance draws patches as they are, balanced draws classes equally often, sqrt lies between, alternate changes between two.</source>
        <translation>instance zieht Patches, wie sie sind, balanced alle Klassen gleich oft, sqrt liegt dazwischen, alternate wechselt zwischen zweien davon.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>Alternate every</source>
        <translation>Wechsel alle</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>Epochs, or steps, between the changes. For alternate.</source>
        <translation>Epochen oder Schritte zwischen den Wechseln. Für alternate.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>Alternate in</source>
        <translation>Wechsel gezählt in</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>What the changes are counted in.</source>
        <translation>Worin die Wechsel gezählt werden: Epochen (epochs) oder Schritte (steps).</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>Alternate first</source>
        <translation>Wechsel beginnt mit</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>What alternate begins with.</source>
        <translation>Womit alternate beginnt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>Alternate second</source>
        <translation>Wechsel zu</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>What alternate changes to.</source>
        <translation>Wozu alternate wechselt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>Alternate last</source>
        <translation>Wechsel endet mit</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>What the last interval of all draws by; left out, whichever has its turn.</source>
        <translation>Wonach der allerletzte Abschnitt zieht; ohne Angabe, was gerade an der Reihe ist.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>Patches per epoch</source>
        <translation>Patches je Epoche</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>How many an epoch draws; left out, as many as there are training patches.</source>
        <translation>Wie viele eine Epoche zieht; ohne Angabe so viele, wie es Trainings-Patches gibt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>Change patches at random, as the settings of augmentation say.</source>
        <translation>Patches zufällig verändern, wie es die Einstellungen der Augmentierung sagen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>Flips</source>
        <translation>Spiegelungen</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>Mirror along azimuth (rows) and range (columns).</source>
        <translation>Entlang Azimut (Zeilen) und Entfernung (Spalten) spiegeln.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>Keep look direction</source>
        <translation>Blickrichtung beibehalten</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>Mirror along azimuth alone, so that layover and shadow keep their side.</source>
        <translation>Nur entlang Azimut spiegeln, sodass Layover und Schatten ihre Seite behalten.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>Quarter turns</source>
        <translation>Vierteldrehungen</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>Also exchange rows and columns: for models that meet both maps and radar geometry.</source>
        <translation>Auch Zeilen und Spalten vertauschen: für Modelle, denen Karten- und Radargeometrie begegnet.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>Shift</source>
        <translation>Verschiebung</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>Largest shift, as a share of the patch side.</source>
        <translation>Größte Verschiebung, als Anteil der Patchseite.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>Zoom</source>
        <translation>Maßstab</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>Largest change of scale, 0.1 for ten percent.</source>
        <translation>Größte Änderung des Maßstabs, 0.1 für zehn Prozent.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>Gain</source>
        <translation>Pegel</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>Largest change of level, either sign.</source>
        <translation>Größte Änderung des Pegels, in beide Richtungen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <source>Speckle share</source>
        <translation>Speckle-Anteil</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>Share of patches that are averaged down and given fresh speckle.</source>
        <translation>Anteil der Patches, die gemittelt werden und neuen Speckle erhalten.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>Edge share</source>
        <translation>Rand-Anteil</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>Share of patches that lose an edge to nodata.</source>
        <translation>Anteil der Patches, die einen Rand an Pixel ohne Daten verlieren.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>Mixup</source>
        <translation>Mixup</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>Alpha of mixup, which blends two patches and their labels; 0 is off.</source>
        <translation>Alpha von Mixup, das zwei Patches samt ihren Labels überblendet; 0 ist aus.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>CutMix</source>
        <translation>CutMix</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>Alpha of CutMix, which pastes a part of another patch, label and all; 0 is off.</source>
        <translation>Alpha von CutMix, das einen Teil eines anderen Patches samt Label einfügt; 0 ist aus.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>Mixed share</source>
        <translation>Gemischter Anteil</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>Share of batches that mixup or CutMix change.</source>
        <translation>Anteil der Stapel, die Mixup oder CutMix verändern.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>Folders NAME.patchset of gan sample, to learn from beside the real patches.</source>
        <translation>Ordner NAME.patchset von gan sample, aus denen neben den echten Patches gelernt wird.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <source>Weight of synthetic patches</source>
        <translation>Gewicht synthetischer Patches</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>In the loss, beside 1 for a real patch; 0 leaves them out.</source>
        <translation>In der Verlustfunktion, neben 1 für einen echten Patch; 0 lässt sie weg.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <source>Share of synthetic patches</source>
        <translation>Anteil synthetischer Patches</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <source>The most of a class that is synthetic in what an epoch draws.</source>
        <translation>Der größte Anteil einer Klasse, der in dem, was eine Epoche zieht, synthetisch ist.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>Real at the end</source>
        <translation>Am Ende nur echte</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/training_options.py"></location>
        <source>Share of the epochs, the last ones, that draw real patches alone.</source>
        <translation>Anteil der Epochen, und zwar der letzten, die nur echte Patches ziehen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <source>Floor</source>
        <translation>Untergrenze</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <source>Lower end of the dB window; left out, -30, or for uncalibrated chips where the darkest of 200 pixels begin.</source>
        <translation>Unteres Ende des dB-Fensters; ohne Angabe -30, bei unkalibrierten Chips der Wert, unter dem einer von 200 Pixeln liegt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <source>Ceiling</source>
        <translation>Obergrenze</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <source>Upper end of the dB window; left out, 10, or for uncalibrated chips where the brightest of 200 pixels begin.</source>
        <translation>Oberes Ende des dB-Fensters; ohne Angabe 10, bei unkalibrierten Chips der Wert, über dem einer von 200 Pixeln liegt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Parts of a batch</source>
        <translation>Teile eines Stapels</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>A batch goes through the network in so many parts, their gradients added up: for a GPU with little memory.</source>
        <translation>Ein Stapel durchläuft das Netz in so vielen Teilen, deren Gradienten addiert werden: für Grafikkarten mit wenig Speicher.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Find the learning rate</source>
        <translation>Lernrate suchen</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Choose the peak rate by a short trial of rising rates.</source>
        <translation>Die höchste Lernrate durch einen kurzen Versuch mit steigenden Raten wählen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Averaged weights</source>
        <translation>Gemittelte Gewichte</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Judge and keep a moving average of the weights, with this decay a step; left out, over the last tenth of all steps; 0 is off.</source>
        <translation>Einen gleitenden Mittelwert der Gewichte bewerten und behalten, mit diesem Abfall je Schritt; ohne Angabe über das letzte Zehntel aller Schritte; 0 ist aus.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Patience</source>
        <translation>Geduld</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Stop after so many epochs without a better one, judged by the validation patches; 0 never stops early.</source>
        <translation>Nach so vielen Epochen ohne eine bessere aufhören, nach dem Urteil der Validierungs-Patches; 0 hört nie vorzeitig auf.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Deterministic</source>
        <translation>Deterministisch</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Equal seeds give equal runs on a GPU too, at some cost of speed; auto precision becomes fp32.</source>
        <translation>Gleiche Startwerte ergeben auch auf einer Grafikkarte gleiche Läufe, etwas langsamer; die Rechengenauigkeit auto wird zu fp32.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <location filename="../../core/contract/commands/generation.py"></location>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <location filename="../../core/contract/commands/classify.py"></location>
        <location filename="../../core/contract/commands/embed.py"></location>
        <source>Number type</source>
        <translation>Rechengenauigkeit</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <location filename="../../core/contract/commands/generation.py"></location>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <source>auto measures bfloat16 against float32 and takes the faster.</source>
        <translation>auto misst bfloat16 gegen float32 und nimmt das schnellere.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <source>Half-size file</source>
        <translation>Datei halber Größe</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <source>Store the weights as 16-bit floats.</source>
        <translation>Die Gewichte als 16-Bit-Gleitkommazahlen speichern.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <source>Licence of the model, for its card.</source>
        <translation>Lizenz des Modells, für seine Karte.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <source>What the training data are, for the card.</source>
        <translation>Was die Trainingsdaten sind, für die Karte.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/distil.py"></location>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Equal seeds give equal runs on a CPU.</source>
        <translation>Gleiche Startwerte ergeben auf dem Prozessor gleiche Läufe.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Modality</source>
        <translation>Bildart</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>sar learns from the radar patches, optical from their optical images: a teacher for distil.</source>
        <translation>sar lernt aus den Radar-Patches, optical aus deren optischen Bildern: ein Lehrer für distil.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Leave the start's body as it is and fit a head on its features, in seconds; without --start the shipped model's.</source>
        <translation>Den Rumpf des Ausgangspunkts lassen, wie er ist, und in Sekunden einen Kopf an seine Merkmale anpassen; ohne --start den Rumpf des mitgelieferten Modells.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/embed.py"></location>
        <source>Feature grids</source>
        <translation>Merkmalsgitter</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/embed.py"></location>
        <source>Folders NAME.features of labelled scenes, in place of a patch set. For head only.</source>
        <translation>Ordner NAME.features gelabelter Szenen, anstelle eines Patchsatzes. Nur für den Kopf allein.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/embed.py"></location>
        <source>Vector files with labelled polygons or points: one for all feature grids, or one per grid.</source>
        <translation>Vektordateien mit gelabelten Polygonen oder Punkten: eine für alle Merkmalsgitter oder eine je Gitter.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/embed.py"></location>
        <location filename="../../core/contract/commands/relearn.py"></location>
        <source>Share of the patch around a cell that a class must cover to label it.</source>
        <translation>Anteil des Patches um eine Zelle, den eine Klasse bedecken muss, um die Zelle zu labeln.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/embed.py"></location>
        <source>Share of labelled cells that calibrate the confidence, in place of cross-validation.</source>
        <translation>Anteil der gelabelten Zellen, die anstelle einer Kreuzvalidierung die Konfidenz kalibrieren.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/embed.py"></location>
        <source>Share of labelled cells that the model never learns from.</source>
        <translation>Anteil der gelabelten Zellen, aus denen das Modell nie lernt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/embed.py"></location>
        <source>Side of the spatial blocks of cells that are learned from, or left out, as a whole.</source>
        <translation>Seitenlänge der räumlichen Blöcke von Zellen, aus denen als Ganzes gelernt wird oder die als Ganzes ausgelassen werden.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/embed.py"></location>
        <location filename="../../core/contract/commands/relearn.py"></location>
        <source>Most cells</source>
        <translation>Höchstzahl Zellen</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/embed.py"></location>
        <location filename="../../core/contract/commands/relearn.py"></location>
        <source>Labelled cells of one class beyond this number are thinned out evenly.</source>
        <translation>Gelabelte Zellen einer Klasse über diese Zahl hinaus werden gleichmäßig ausgedünnt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/embed.py"></location>
        <location filename="../../core/contract/commands/relearn.py"></location>
        <source>Penalty</source>
        <translation>Strafterm</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/embed.py"></location>
        <source>Of the head's weights; left out, chosen by cross-validation over places.</source>
        <translation>Auf die Gewichte des Kopfes; ohne Angabe durch Kreuzvalidierung über Orte gewählt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/distil.py"></location>
        <source>Train a radar classifier that also learns from the answers of a teacher, as in Balanced Cross-KD.</source>
        <translation>Einen Klassifikator für Radarbilder trainieren, der auch aus den Antworten eines Lehrers lernt, wie bei Balanced Cross-KD.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/distil.py"></location>
        <source>Model file; one made by train --modality optical looks at the optical images.</source>
        <translation>Modelldatei; eine mit train --modality optical erzeugte betrachtet die optischen Bilder.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/distil.py"></location>
        <source>given learns from the labels of the set too; none leaves them out, and the teacher says what is what.</source>
        <translation>given lernt auch aus den Labels des Satzes; none lässt sie weg, und der Lehrer sagt, was was ist.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/distil.py"></location>
        <source>Teacher weight</source>
        <translation>Gewicht des Lehrers</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/distil.py"></location>
        <source>Share of the teacher in the loss, the rest being the labels'; 0 is training without a teacher.</source>
        <translation>Anteil des Lehrers an der Verlustfunktion, der Rest gehört den Labels; 0 ist ein Training ohne Lehrer.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/distil.py"></location>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/distil.py"></location>
        <source>How far both answers are softened; 1 not at all.</source>
        <translation>Wie stark beide Antworten geglättet werden; 1 gar nicht.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/distil.py"></location>
        <source>Balanced teacher</source>
        <translation>Ausgeglichener Lehrer</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/distil.py"></location>
        <source>Beta by which rare classes weigh more in the teacher's answer; 0 leaves it as it is.</source>
        <translation>Beta, mit dem seltene Klassen in der Antwort des Lehrers mehr wiegen; 0 lässt sie, wie sie ist.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/distil.py"></location>
        <source>Similarity weight</source>
        <translation>Gewicht der Ähnlichkeit</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/distil.py"></location>
        <source>Of the loss that patches alike to the teacher's features be alike to the student's.</source>
        <translation>Der Verlustfunktion, nach der Patches, die sich in den Merkmalen des Lehrers ähneln, sich auch in denen des Schülers ähneln.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/distil.py"></location>
        <source>Entropy weight</source>
        <translation>Gewicht der Entropie</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/distil.py"></location>
        <source>Of the distributed entropy loss, which makes each answer compact.</source>
        <translation>Der Verlustfunktion „distributed entropy“, die jede Antwort eindeutiger macht.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/distil.py"></location>
        <source>Diversity weight</source>
        <translation>Gewicht der Vielfalt</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/distil.py"></location>
        <source>Of the equal diversity loss, which makes the answers of a batch diverse.</source>
        <translation>Der Verlustfunktion „equal diversity“, die die Antworten eines Stapels vielfältig macht.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/distil.py"></location>
        <source>Diversity</source>
        <translation>Vielfalt</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/distil.py"></location>
        <source>What the mean answer is drawn to: prior is how often the active phase draws each class, uniform all classes alike, balanced all alike but in balanced phases only.</source>
        <translation>Wohin die mittlere Antwort gezogen wird: prior dahin, wie oft die laufende Phase jede Klasse zieht, uniform zu allen Klassen gleich, balanced ebenso, aber nur, solange balanced gezogen wird.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Train a generator of synthetic patches on the training patches of a set.</source>
        <translation>Einen Generator synthetischer Patches mit den Trainings-Patches eines Satzes trainieren.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Folder NAME.patchset; only its training patches are looked at.</source>
        <translation>Ordner NAME.patchset; nur seine Trainings-Patches werden betrachtet.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Generator file NAME.safetensors; the run folder NAME.run is written beside it.</source>
        <translation>Generatordatei NAME.safetensors; der Laufordner NAME.run wird daneben geschrieben.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Names of the classes to learn; left out, all that have training patches.</source>
        <translation>Namen der zu lernenden Klassen; ohne Angabe alle, die Trainings-Patches haben.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>full learns whole patches, coarse patches at twice the ground spacing, crop pieces of half the side; the last two are enlarged.</source>
        <translation>full lernt ganze Patches, coarse Patches mit doppeltem Pixelabstand am Boden, crop Ausschnitte halber Seite; die letzten beiden werden vergrößert.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Conditional</source>
        <translation>Mit Klassenvorgabe</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Tell the generator which class to make; without it, classes are mixed, and a model must say which is which.</source>
        <translation>Dem Generator sagen, welche Klasse er erzeugen soll; sonst sind die Klassen gemischt, und ein Modell muss sagen, welche welche ist.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>paper has four convolutions a stage and a bounded last layer, original two and a linear one.</source>
        <translation>paper hat vier Faltungen je Stufe und eine beschränkte letzte Schicht, original zwei und eine lineare.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Channels of the first stage; the time of a step grows with its square.</source>
        <translation>Kanäle der ersten Stufe; die Dauer eines Schritts wächst mit ihrem Quadrat.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Code length</source>
        <translation>Codelänge</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Numbers that a patch is squeezed into, and made from.</source>
        <translation>Zahlen, auf die ein Patch verdichtet und aus denen er erzeugt wird.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Speckle input</source>
        <translation>Speckle-Eingabe</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Give the generator fresh noise for every pixel, so that it need not make speckle out of its code.</source>
        <translation>Dem Generator für jedes Pixel neues Rauschen geben, damit er den Speckle nicht aus seinem Code erzeugen muss.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Reconstruction loss</source>
        <translation>Verlust der Rekonstruktion</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>histogram is the paper's, of grey levels and pixels; l1 is that of the original BEGAN.</source>
        <translation>histogram ist der der Veröffentlichung, aus Grauwerten und Pixeln; l1 ist der des ursprünglichen BEGAN.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Spatial weight</source>
        <translation>Räumliches Gewicht</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Omega of the paper: weight of the squared differences of pixels beside those of histograms. For histogram.</source>
        <translation>Omega der Veröffentlichung: Gewicht der quadrierten Pixeldifferenzen neben denen der Histogramme. Für histogram.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Histogram cells</source>
        <translation>Histogrammzellen</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Histograms are compared in so many by so many cells of a patch; 1 is the paper's. For histogram.</source>
        <translation>Histogramme werden in so vielen mal so vielen Zellen eines Patches verglichen; 1 ist der Wert der Veröffentlichung. Für histogram.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Histogram scales</source>
        <translation>Histogrammmaßstäbe</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Histograms are compared of so many scales of a patch, from its pixels up; 1 is the paper's. For histogram.</source>
        <translation>Histogramme werden in so vielen Maßstäben eines Patches verglichen, von seinen Pixeln aufwärts; 1 ist der Wert der Veröffentlichung. Für histogram.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Class weight</source>
        <translation>Klassengewicht</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Of the loss that the discriminator tells the classes apart, and the generator makes them so. For conditional.</source>
        <translation>Der Verlustfunktion, nach der der Diskriminator die Klassen unterscheidet und der Generator sie danach erzeugt. Bei Klassenvorgabe.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Realism weight</source>
        <translation>Gewicht der Echtheit</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Of the loss that the discriminator tells real from made, place by place; 0 is BEGAN alone, as in the paper.</source>
        <translation>Der Verlustfunktion, nach der der Diskriminator Stelle für Stelle echt von erzeugt unterscheidet; 0 ist BEGAN allein wie in der Veröffentlichung.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Balance of the equilibrium: low is sharp and alike, high is diverse.</source>
        <translation>Lage des Gleichgewichts: niedrig ist scharf und einander ähnlich, hoch ist vielfältig.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Balance rate</source>
        <translation>Rate des Gleichgewichts</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Lambda of the equilibrium: how fast k follows the balance.</source>
        <translation>Lambda des Gleichgewichts: wie schnell k ihm folgt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Of training.</source>
        <translation>Des Trainings.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Of Adam, at the beginning.</source>
        <translation>Von Adam, am Anfang.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Least learning rate</source>
        <translation>Kleinste Lernrate</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>The rate is not halved below this.</source>
        <translation>Darunter wird die Rate nicht halbiert.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Rate patience</source>
        <translation>Geduld der Rate</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>The rate is halved after so many steps in which the convergence measure M has not fallen.</source>
        <translation>Die Rate wird nach so vielen Schritten halbiert, in denen das Konvergenzmaß M nicht gefallen ist.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Keep a moving average of the generator's weights, with this decay a step; left out, over the last tenth of all steps; 0 is off.</source>
        <translation>Einen gleitenden Mittelwert der Generatorgewichte mit diesem Abfall je Schritt behalten; ohne Angabe über das letzte Zehntel aller Schritte; 0 ist aus.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Augment</source>
        <translation>Augmentieren</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Shift, cut out and brighten what the discriminator sees, real and made alike: for few patches.</source>
        <translation>Verschieben, ausschneiden und aufhellen, was der Diskriminator sieht, Echtes und Erzeugtes gleichermaßen: für wenige Patches.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Preview every</source>
        <translation>Vorschau alle</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Least time between two previews.</source>
        <translation>Mindestzeit zwischen zwei Vorschaubildern.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Make synthetic patches with a generator, and keep those that pass a filter.</source>
        <translation>Mit einem Generator synthetische Patches erzeugen und die behalten, die einen Filter bestehen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>File of gan train.</source>
        <translation>Datei von gan train.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Folder NAME.patchset to write.</source>
        <translation>Zu schreibender Ordner NAME.patchset.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <source>Patches per class</source>
        <translation>Patches je Klasse</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>To keep of each class.</source>
        <translation>Die von jeder Klasse zu behalten sind.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Names of the classes to make; left out, all that the generator knows.</source>
        <translation>Namen der zu erzeugenden Klassen; ohne Angabe alle, die der Generator kennt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Filter model</source>
        <translation>Filtermodell</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Classifier trained on real patches of the same legend; left out, nothing is filtered.</source>
        <translation>Mit echten Patches derselben Legende trainierter Klassifikator; ohne Angabe wird nichts gefiltert.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <location filename="../../core/contract/commands/generation_quality.py"></location>
        <source>Real patches</source>
        <translation>Echte Patches</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Set that the generator learned from, for the distance of the filter.</source>
        <translation>Satz, aus dem der Generator gelernt hat, für den Abstand des Filters.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Least probability</source>
        <translation>Mindestwahrscheinlichkeit</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Keep a patch only where the filter's model gives its class at least this.</source>
        <translation>Einen Patch nur behalten, wenn das Modell des Filters seiner Klasse mindestens diesen Wert gibt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Distance share</source>
        <translation>Anteil für den Abstand</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Keep a patch only if its features lie as near to real ones as those of this share of real patches do.</source>
        <translation>Einen Patch nur behalten, wenn seine Merkmale so nahe an echten liegen wie die dieses Anteils echter Patches.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <source>Most tries</source>
        <translation>Höchstzahl Versuche</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Patches made for each one to keep, before a class is given up.</source>
        <translation>Patches, die für jeden zu behaltenden erzeugt werden, bevor eine Klasse aufgegeben wird.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Patches made at once.</source>
        <translation>Gleichzeitig erzeugte Patches.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation.py"></location>
        <source>Equal seeds make equal patches on a CPU.</source>
        <translation>Gleiche Startwerte erzeugen auf dem Prozessor gleiche Patches.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <source>Measure whether synthetic patches help a classifier: with and without, same splits, several seeds.</source>
        <translation>Messen, ob synthetische Patches einem Klassifikator helfen: mit und ohne, gleiche Aufteilungen, mehrere Startwerte.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <source>Folder NAME.patchset with a test split.</source>
        <translation>Ordner NAME.patchset mit einem Testteil.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <location filename="../../core/contract/commands/generation_quality.py"></location>
        <location filename="../../core/contract/commands/assessment.py"></location>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <location filename="../../core/contract/commands/sampling.py"></location>
        <source>Report folder to write.</source>
        <translation>Zu schreibender Berichtsordner.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <source>Names of the classes that get synthetic patches; left out, all.</source>
        <translation>Namen der Klassen, die synthetische Patches bekommen; ohne Angabe alle.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <source>Numbers of real training patches per class to learn from.</source>
        <translation>Zahlen echter Trainings-Patches je Klasse, aus denen gelernt wird.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <source>All patches</source>
        <translation>Alle Patches</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <source>Also learn from all training patches.</source>
        <translation>Auch aus allen Trainings-Patches lernen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <source>Only these are few</source>
        <translation>Nur diese sind knapp</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <source>The sizes hold for the classes that get synthetic patches; all others keep all their patches.</source>
        <translation>Die Größen gelten für die Klassen, die synthetische Patches bekommen; alle anderen behalten alle ihre Patches.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <source>Arms</source>
        <translation>Arme</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <source>What is compared with none: classic is flips, moves and speckle, gan adds synthetic patches, gan-filter those that a classifier and its features take for real, classic-gan such ones and classic.</source>
        <translation>Was mit none verglichen wird: classic sind Spiegelungen, Verschiebungen und Speckle, gan fügt synthetische Patches hinzu, gan-filter solche, die ein Klassifikator und seine Merkmale für echt halten, classic-gan solche und classic.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <source>Repetitions</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <source>Runs of each arm, each with other patches and another seed.</source>
        <translation>Läufe jedes Arms, jeder mit anderen Patches und einem anderen Startwert.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <source>Margin</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <source>A gain or loss of recall below this counts as none: no effect is what surely lies within.</source>
        <translation>Ein Gewinn oder Verlust an Trefferquote darunter zählt als keiner: keine Wirkung ist, was sicher darin liegt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <source>Per class, made for the arms with a GAN.</source>
        <translation>Je Klasse, erzeugt für die Arme mit einem GAN.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <source>In the loss, beside 1 for a real patch.</source>
        <translation>In der Verlustfunktion, neben 1 für einen echten Patch.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <source>Learn all classes</source>
        <translation>Alle Klassen lernen</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <source>The generator learns every class, and makes the chosen ones: rare ones profit from what all have in common.</source>
        <translation>Der Generator lernt jede Klasse und erzeugt die gewählten: seltene profitieren von dem, was alle gemeinsam haben.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <source>Patches made for each one to keep, before the filter gives a class up.</source>
        <translation>Patches, die für jeden zu behaltenden erzeugt werden, bevor der Filter eine Klasse aufgibt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <source>Of every classifier: random, imagenet, shipped, or a file.</source>
        <translation>Jedes Klassifikators: random, imagenet, shipped oder eine Datei.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <source>Start although these patches hold another quantity than the start learned from.</source>
        <translation>Beginnen, obwohl diese Patches eine andere Messgröße enthalten als die, aus der der Ausgangspunkt gelernt hat.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <source>Let statistics of texture answer beside the network, as in training; they learn from real patches alone.</source>
        <translation>Statistiken der Textur neben dem Netz antworten lassen, wie beim Training; sie lernen nur aus echten Patches.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <source>Passes over the training patches; 0 chooses by their number.</source>
        <translation>Durchgänge durch die Trainings-Patches; 0 wählt nach ihrer Zahl.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <source>Batch size of training</source>
        <translation>Stapelgröße beim Training</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <source>Patches per step of a classifier.</source>
        <translation>Patches pro Schritt eines Klassifikators.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <source>Learning rate of training</source>
        <translation>Lernrate beim Training</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <source>Share of patches that classic augmentation averages down and gives fresh speckle, beside flips and moves.</source>
        <translation>Anteil der Patches, die die klassische Augmentierung mittelt und mit neuem Speckle versieht, neben Spiegelungen und Verschiebungen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <source>auto measures bfloat16 against float32 once, and all runs take the faster.</source>
        <translation>auto misst einmal bfloat16 gegen float32, und alle Läufe nehmen das Schnellere.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation_trial.py"></location>
        <source>Equal seeds give equal trials on a CPU.</source>
        <translation>Gleiche Startwerte ergeben auf dem Prozessor gleiche Versuche.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation_quality.py"></location>
        <source>Judge synthetic patches beside real ones: levels, speckle, texture, features, diversity, copies; a report to read.</source>
        <translation>Synthetische Patches neben echten beurteilen: Pegel, Speckle, Textur, Merkmale, Vielfalt, Kopien; ein Bericht zum Lesen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation_quality.py"></location>
        <source>Folder NAME.patchset with synthetic patches.</source>
        <translation>Ordner NAME.patchset mit synthetischen Patches.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation_quality.py"></location>
        <source>Folder NAME.patchset that the generator learned from.</source>
        <translation>Ordner NAME.patchset, aus dem der Generator gelernt hat.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation_quality.py"></location>
        <source>SAR-trained network through which patches are compared: shipped, or a model file.</source>
        <translation>Mit SAR-Bildern trainiertes Netz, durch das Patches verglichen werden: shipped oder eine Modelldatei.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation_quality.py"></location>
        <source>Most patches</source>
        <translation>Höchstzahl Patches</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation_quality.py"></location>
        <source>Of each class and source, drawn at random; copies are looked for among all training patches.</source>
        <translation>Je Klasse und Herkunft, zufällig gezogen; Kopien werden unter allen Trainings-Patches gesucht.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/generation_quality.py"></location>
        <source>Equal seeds give equal figures on a CPU.</source>
        <translation>Gleiche Startwerte ergeben auf dem Prozessor gleiche Kennzahlen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/assessment.py"></location>
        <source>Judge a model on one split of a patch set: figures, how far to believe them, and a report to read.</source>
        <translation>Ein Modell auf einem Teil eines Patchsatzes bewerten: Kennzahlen, wie weit ihnen zu trauen ist, und ein Bericht zum Lesen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/assessment.py"></location>
        <location filename="../../core/contract/commands/classify.py"></location>
        <location filename="../../core/contract/commands/model.py"></location>
        <location filename="../../core/contract/commands/export.py"></location>
        <source>Model file.</source>
        <translation>Modelldatei.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/assessment.py"></location>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <source>Split</source>
        <translation>Teil</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/assessment.py"></location>
        <source>Which patches to judge on.</source>
        <translation>Auf welchen Patches bewertet wird.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/assessment.py"></location>
        <source>Trained on</source>
        <translation>Trainiert mit</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/assessment.py"></location>
        <source>Patch set that the model was trained on, to check that none of its ground is judged; left out, not checked.</source>
        <translation>Patchsatz, mit dem das Modell trainiert wurde, um zu prüfen, dass nichts von seinem Boden bewertet wird; ohne Angabe ungeprüft.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <source>Compare models on the same patches: which is better, and whether that is sure.</source>
        <translation>Modelle auf denselben Patches vergleichen: welches besser ist, und ob das sicher ist.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <source>Two or more model files; the others are compared with the first.</source>
        <translation>Zwei oder mehr Modelldateien; die anderen werden mit der ersten verglichen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <source>Which patches to compare on.</source>
        <translation>Auf welchen Patches verglichen wird.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <source>Resamples</source>
        <translation>Ziehungen</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <source>Draws of the bootstrap that gives the intervals.</source>
        <translation>Ziehungen des Bootstrap-Verfahrens, das die Intervalle ergibt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <source>Equal seeds give equal intervals.</source>
        <translation>Gleiche Startwerte ergeben gleiche Intervalle.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <source>Measure how good a classifier gets with more labels: a learning curve.</source>
        <translation>Messen, wie gut ein Klassifikator mit mehr Labels wird: eine Lernkurve.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <source>Numbers of training patches per class to learn from.</source>
        <translation>Zahlen von Trainings-Patches je Klasse, aus denen gelernt wird.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <source>Starts</source>
        <translation>Ausgangspunkte</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <source>Start weights to fine-tune, one curve each: random, imagenet, shipped, or files.</source>
        <translation>Startgewichte zum Nachtrainieren, je eine Kurve: random, imagenet, shipped oder Dateien.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <source>Heads only</source>
        <translation>Nur Köpfe</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <source>Start weights whose body stays as it is, one curve each: only a head learns.</source>
        <translation>Startgewichte, deren Rumpf bleibt, wie er ist, je eine Kurve: nur ein Kopf lernt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <source>Runs of each point, each with other patches and another seed.</source>
        <translation>Läufe je Punkt, jeder mit anderen Patches und anderem Startwert.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <source>0 tests on the test split of the set; from 2 on, groups of patches take turns to be tested on.</source>
        <translation>0 testet auf dem Testteil des Satzes; ab 2 wechseln sich Gruppen von Patches im Test ab.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <source>Network body; left out, that of each start, else resnet18.</source>
        <translation>Rumpf des Netzes; ohne Angabe der jedes Ausgangspunkts, sonst resnet18.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <source>Start although these patches hold another quantity than a start learned from.</source>
        <translation>Beginnen, obwohl diese Patches eine andere Messgröße enthalten als die, aus der ein Ausgangspunkt gelernt hat.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/comparison.py"></location>
        <source>Let statistics of texture answer beside the network, as in training.</source>
        <translation>Texturstatistiken neben dem Netz antworten lassen, wie im Training.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/classify.py"></location>
        <source>Classify a scene into a GeoPackage of cells and regions.</source>
        <translation>Eine Szene in ein GeoPackage aus Zellen und Regionen klassifizieren.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/classify.py"></location>
        <source>GeoPackage to write.</source>
        <translation>Zu schreibendes GeoPackage.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/classify.py"></location>
        <source>Folder NAME.features that embed wrote of a scene, in place of the scene: maps it again in seconds.</source>
        <translation>Ordner NAME.features, den embed von einer Szene geschrieben hat, anstelle der Szene: kartiert sie in Sekunden neu.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/classify.py"></location>
        <location filename="../../core/contract/commands/embed.py"></location>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/classify.py"></location>
        <location filename="../../core/contract/commands/embed.py"></location>
        <source>dense runs the network once over large tiles; patch runs it once per cell, as the papers do.</source>
        <translation>dense wendet das Netz einmal auf große Kacheln an, patch einmal je Zelle wie in den Veröffentlichungen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/classify.py"></location>
        <location filename="../../core/contract/commands/embed.py"></location>
        <source>Side of a cell at the model's pixel size: 32 when left out in dense mode, the patch size in patch mode.</source>
        <translation>Seitenlänge einer Zelle bei der Pixelgröße des Modells: ohne Angabe 32 im Modus dense, die Patchgröße im Modus patch.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/classify.py"></location>
        <source>Extent</source>
        <translation>Ausdehnung</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/classify.py"></location>
        <source>Only this part: xmin ymin xmax ymax in the scene's coordinates.</source>
        <translation>Nur dieser Teil: xmin ymin xmax ymax in den Koordinaten der Szene.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/classify.py"></location>
        <source>Only cells whose centre lies in the polygons of this vector file.</source>
        <translation>Nur Zellen, deren Mittelpunkt in den Polygonen dieser Vektordatei liegt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/classify.py"></location>
        <source>Least confidence</source>
        <translation>Mindestkonfidenz</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/classify.py"></location>
        <source>Cells below it are marked unsure.</source>
        <translation>Zellen darunter werden als unsicher markiert.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/classify.py"></location>
        <source>Smallest region</source>
        <translation>Kleinste Region</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/classify.py"></location>
        <source>Smaller regions are merged into their neighbours.</source>
        <translation>Kleinere Regionen gehen in ihren Nachbarn auf.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/classify.py"></location>
        <source>Further models</source>
        <translation>Weitere Modelle</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/classify.py"></location>
        <source>Model files of the same legend, patch and pixel size, whose probabilities are averaged with the model's.</source>
        <translation>Modelldateien gleicher Legende, Patch- und Pixelgröße, deren Wahrscheinlichkeiten mit denen des Modells gemittelt werden.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/classify.py"></location>
        <source>Test-time views</source>
        <translation>Weitere Ansichten</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/classify.py"></location>
        <source>flips also looks at the scene mirrored, turns also at it turned, and averages; each look costs as much again.</source>
        <translation>flips betrachtet die Szene auch gespiegelt, turns auch gedreht, und mittelt; jede Ansicht kostet so viel wie die erste.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/classify.py"></location>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/classify.py"></location>
        <source>How many cells to each side are averaged with a cell; 0 for none.</source>
        <translation>Wie viele Zellen zu jeder Seite mit einer Zelle gemittelt werden; 0 für keine.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/classify.py"></location>
        <source>Mark unknown</source>
        <translation>Unbekanntes markieren</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/classify.py"></location>
        <source>Mark cells that are unlike everything the model was trained on; auto does where the model can tell.</source>
        <translation>Zellen markieren, die nichts von dem gleichen, womit das Modell trainiert wurde; auto tut es, wo das Modell es sagen kann.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/classify.py"></location>
        <source>Evidence raster</source>
        <translation>Beleg-Raster</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/classify.py"></location>
        <source>Also write, as a GeoTIFF (COG), where the scene speaks for the class of a cell and where against it.</source>
        <translation>Auch als GeoTIFF (COG) schreiben, wo die Szene für die Klasse einer Zelle spricht und wo dagegen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/classify.py"></location>
        <source>Class raster</source>
        <translation>Klassenraster</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/classify.py"></location>
        <source>Also write classes and probabilities as a GeoTIFF (COG).</source>
        <translation>Klassen und Wahrscheinlichkeiten auch als GeoTIFF (COG) schreiben.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/classify.py"></location>
        <location filename="../../core/contract/commands/embed.py"></location>
        <source>Patches per step; found by itself when left out.</source>
        <translation>Patches pro Schritt; ohne Angabe selbst bestimmt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/classify.py"></location>
        <location filename="../../core/contract/commands/embed.py"></location>
        <source>auto takes bfloat16 where it is faster.</source>
        <translation>auto nimmt bfloat16, wo es schneller ist.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/embed.py"></location>
        <source>Write what a model sees of a scene as a feature grid, to learn from it and map it again in seconds.</source>
        <translation>Was ein Modell von einer Szene sieht, als Merkmalsgitter schreiben, um daraus zu lernen und sie in Sekunden neu zu kartieren.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/embed.py"></location>
        <source>Model file, whose body looks at the scene.</source>
        <translation>Modelldatei, deren Rumpf die Szene betrachtet.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/embed.py"></location>
        <source>Folder NAME.features to write.</source>
        <translation>Zu schreibender Ordner NAME.features.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/relearn.py"></location>
        <source>Learn a head from labels of a feature grid and map the grid with it, in a second or two.</source>
        <translation>Aus den Labels eines Merkmalsgitters einen Kopf lernen und das Gitter damit kartieren, in ein, zwei Sekunden.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/relearn.py"></location>
        <source>Folder NAME.features of the scene.</source>
        <translation>Ordner NAME.features der Szene.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/relearn.py"></location>
        <source>Vector file with labelled points or polygons.</source>
        <translation>Vektordatei mit gelabelten Punkten oder Polygonen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/relearn.py"></location>
        <source>GeoTIFF to write: class code, confidence and margin of each cell; its colours stand beside it in a QML.</source>
        <translation>Zu schreibendes GeoTIFF: Klassencode, Konfidenz und Abstand jeder Zelle; seine Farben stehen daneben in einer QML-Datei.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/relearn.py"></location>
        <source>Model file NAME.safetensors to write as well.</source>
        <translation>Modelldatei NAME.safetensors, die außerdem zu schreiben ist.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/relearn.py"></location>
        <source>Side of the spatial blocks of cells that are left out in turn, to tell how good the head is.</source>
        <translation>Seitenlänge der räumlichen Blöcke von Zellen, die der Reihe nach ausgelassen werden, um zu sagen, wie gut der Kopf ist.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/relearn.py"></location>
        <source>Of the head's weights.</source>
        <translation>Auf die Gewichte des Kopfes.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/relearn.py"></location>
        <source>Follow</source>
        <translation>Weiterverfolgen</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/relearn.py"></location>
        <source>Go on, and map again whenever the file of labels has changed, until stopped.</source>
        <translation>Weiterlaufen und jedes Mal neu kartieren, wenn sich die Labeldatei geändert hat, bis zum Abbruch.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/model.py"></location>
        <source>Open a model as every other command would, let it answer once, and say what its card says.</source>
        <translation>Ein Modell öffnen, wie es jeder andere Befehl täte, es einmal antworten lassen und sagen, was seine Karte sagt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/export.py"></location>
        <source>Write a model for other programs: as ONNX, as ONNX for the QGIS plugin Deepness, or as a STAC item about it.</source>
        <translation>Ein Modell für andere Programme schreiben: als ONNX, als ONNX für das QGIS-Plugin Deepness oder als STAC-Eintrag darüber.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/export.py"></location>
        <source>File to write: NAME.onnx, or NAME.json for a STAC item.</source>
        <translation>Zu schreibende Datei: NAME.onnx, oder NAME.json für einen STAC-Eintrag.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/export.py"></location>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/export.py"></location>
        <source>onnx answers patches of grey levels, deepness is for the QGIS plugin of that name, stac-mlm describes the model in a catalogue.</source>
        <translation>onnx beantwortet Patches aus Grauwerten, deepness ist für das QGIS-Plugin dieses Namens, stac-mlm beschreibt das Modell in einem Katalog.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/sampling.py"></location>
        <source>Draw a probability sample of the cells of a result, for an analyst to label.</source>
        <translation>Eine Zufallsstichprobe der Zellen eines Ergebnisses ziehen, die jemand labelt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/sampling.py"></location>
        <source>GeoPackage that classify wrote.</source>
        <translation>GeoPackage, das classify geschrieben hat.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/sampling.py"></location>
        <source>GeoPackage to write: the drawn cells, with an empty field class to fill in.</source>
        <translation>Zu schreibendes GeoPackage: die gezogenen Zellen, mit einem leeren Feld class zum Ausfüllen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/sampling.py"></location>
        <source>stratified draws within each predicted class, simple draws from all cells alike.</source>
        <translation>stratified zieht innerhalb jeder vorhergesagten Klasse, simple aus allen Zellen gleichermaßen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/sampling.py"></location>
        <source>How many to draw; left out, as many as the standard error needs.</source>
        <translation>Wie viele gezogen werden; ohne Angabe so viele, wie der Standardfehler verlangt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/sampling.py"></location>
        <source>Aim for the overall accuracy, when the number of cells is left out.</source>
        <translation>Ziel für die Gesamtgenauigkeit, wenn die Zahl der Zellen nicht angegeben ist.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/sampling.py"></location>
        <source>Allocation</source>
        <translation>Verteilung</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/sampling.py"></location>
        <source>Cells per class: proportional to size, equal, or floor: proportional with a least number for each.</source>
        <translation>Zellen je Klasse: proportional zur Größe, gleich viele (equal) oder floor: proportional mit einer Mindestzahl für jede.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/sampling.py"></location>
        <source>Least per class</source>
        <translation>Mindestens je Klasse</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/sampling.py"></location>
        <source>Cells that allocation floor gives to the smallest class.</source>
        <translation>Zellen, die die Verteilung floor der kleinsten Klasse gibt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/sampling.py"></location>
        <source>Equal seeds draw equal samples.</source>
        <translation>Gleiche Startwerte ziehen gleiche Stichproben.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/sampling.py"></location>
        <source>Estimate the true area of each class, and the accuracy of a result, from a labelled probability sample.</source>
        <translation>Die wahre Fläche jeder Klasse und die Genauigkeit eines Ergebnisses aus einer gelabelten Zufallsstichprobe schätzen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/sampling.py"></location>
        <source>Labelled sample</source>
        <translation>Gelabelte Stichprobe</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/sampling.py"></location>
        <source>GeoPackage that sample wrote, with every class filled in.</source>
        <translation>GeoPackage, das sample geschrieben hat, mit allen Klassen ausgefüllt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/sampling.py"></location>
        <source>Post-stratify</source>
        <translation>Nachträglich schichten</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/sampling.py"></location>
        <source>Weigh a simple sample by the mapped areas too: narrower intervals at no cost.</source>
        <translation>Eine einfache Stichprobe auch nach den kartierten Flächen gewichten: engere Intervalle ohne Mehraufwand.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{name} must be at most {bound}, got {value}</source>
        <translation>{name} darf höchstens {bound} sein, angegeben ist {value}</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{name} must be at least {bound}, got {value}</source>
        <translation>{name} muss mindestens {bound} sein, angegeben ist {value}</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{name} must be one of {choices}, got {value}</source>
        <translation>{name} muss eines von {choices} sein, angegeben ist {value}</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{name} must be a finite number, got {value}</source>
        <translation>{name} muss eine endliche Zahl sein, angegeben ist {value}</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} exists already: choose another name, or add --overwrite to replace it</source>
        <translation>{path} gibt es bereits: einen anderen Namen wählen oder zum Ersetzen --overwrite angeben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the folder {folder} does not exist: create it, or choose another output</source>
        <translation>den Ordner {folder} gibt es nicht: anlegen oder eine andere Ausgabe wählen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>cannot write to {folder}: choose a folder you may write to</source>
        <translation>in {folder} kann nicht geschrieben werden: einen Ordner mit Schreibrecht wählen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} must end in {suffix}</source>
        <translation>{path} muss auf {suffix} enden</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} is an input of this command and would be overwritten: choose another output</source>
        <translation>{path} ist eine Eingabe dieses Befehls und würde überschrieben: eine andere Ausgabe wählen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{partial} belongs to another request: then {theirs}, now {ours}. Finish that one, remove {partial}, or choose another output</source>
        <translation>{partial} gehört zu einem anderen Auftrag: damals {theirs}, jetzt {ours}. Jenen fertigstellen, {partial} entfernen oder eine andere Ausgabe wählen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} is being written by another run: wait for it, or choose another output</source>
        <translation>{path} wird gerade von einem anderen Lauf geschrieben: auf ihn warten oder eine andere Ausgabe wählen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the disk of {folder} is full ({free_mb} MB free): make room and start the same command again</source>
        <translation>die Festplatte von {folder} ist voll ({free_mb} MB frei): Platz schaffen und denselben Befehl erneut starten</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>could not write {path}: {reason}</source>
        <translation>{path} konnte nicht geschrieben werden: {reason}</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>unknown device '{device}': use auto, cpu, cuda, cuda:N or mps</source>
        <translation>unbekanntes Gerät '{device}': auto, cpu, cuda, cuda:N oder mps verwenden</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>device '{device}' is not available here ({reason}): use --device cpu, or install a matching torch</source>
        <translation>das Gerät '{device}' ist hier nicht verfügbar ({reason}): --device cpu verwenden oder ein passendes torch installieren</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>waiting for another Echopatch run on {device} (process {holder})</source>
        <translation>auf einen anderen Echopatch-Lauf auf {device} wird gewartet (Prozess {holder})</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} does not exist: check the path</source>
        <translation>{path} gibt es nicht: den Pfad prüfen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>stopped as asked</source>
        <translation>wie gewünscht abgebrochen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Echopatch failed in a way it should not: {error}. Please report it with the log</source>
        <translation>Echopatch ist an einem eigenen Fehler gescheitert: {error}. Bitte mit dem Protokoll melden</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the engine could not be started ({reason}): set it up again, or choose another Python for it</source>
        <translation>der Rechenkern konnte nicht gestartet werden ({reason}): neu einrichten oder ein anderes Python dafür wählen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the engine died ({how}); what it said last is in {log}</source>
        <translation>der Rechenkern ist abgestürzt ({how}); was er zuletzt gemeldet hat, steht in {log}</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the flags could not be understood: add --help to see them</source>
        <translation>die Optionen wurden nicht verstanden: --help zeigt sie</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>unknown command '{command}': choose one of {choices}</source>
        <translation>unbekannter Befehl '{command}': einen von {choices} wählen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Measuring</source>
        <translation>Geschwindigkeit wird gemessen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Waiting for the device</source>
        <translation>Warten auf das Gerät</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>give --incidence-deg or --incidence-from, not both</source>
        <translation>entweder --incidence-deg oder --incidence-from angeben, nicht beides</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>--calibration-factor multiplies squared amplitude or intensity: give --quantity amplitude or --quantity intensity with it</source>
        <translation>--calibration-factor wird mit quadrierter Amplitude oder Intensität multipliziert: dazu --quantity amplitude oder --quantity intensity angeben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>--calibrated-to says what --calibration-factor gives: give the factor, or leave it out</source>
        <translation>--calibrated-to sagt, was --calibration-factor ergibt: den Faktor angeben oder es weglassen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>--scale model needs --model, and --model needs --scale model</source>
        <translation>--scale model braucht --model, und --model braucht --scale model</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} is an archive: unpack it and give the product folder</source>
        <translation>{path} ist ein Archiv: entpacken und den Produktordner angeben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} holds no TerraSAR-X, TanDEM-X or PAZ product: give the product folder, its XML, or a raster file</source>
        <translation>{path} enthält kein TerraSAR-X-, TanDEM-X- oder PAZ-Produkt: den Produktordner, seine XML-Datei oder eine Rasterdatei angeben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} holds {count} products, the first is {first}: give one of them</source>
        <translation>{path} enthält {count} Produkte, das erste ist {first}: eines davon angeben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} is not XML ({reason}): get the product again</source>
        <translation>{path} ist kein XML ({reason}): das Produkt neu beschaffen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} is not what its name promises: its root is '{root}' instead of '{wanted}'</source>
        <translation>{path} ist nicht, was der Name verspricht: das Wurzelelement ist '{root}' statt '{wanted}'</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} lacks the element {element}: the product is incomplete, get it again</source>
        <translation>in {path} fehlt das Element {element}: das Produkt ist unvollständig, neu beschaffen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path}: the element {element} holds '{value}', which cannot be right</source>
        <translation>{path}: das Element {element} enthält '{value}', was nicht stimmen kann</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} is an {variant} product, in radar geometry, which this version describes but cannot classify yet: order it as EEC or GEC</source>
        <translation>{path} ist ein {variant}-Produkt in Radargeometrie, das diese Version beschreiben, aber noch nicht klassifizieren kann: als EEC oder GEC bestellen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} is a product of the unknown variant '{variant}': EEC and GEC can be read</source>
        <translation>{path} ist ein Produkt der unbekannten Variante '{variant}': EEC und GEC lassen sich lesen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} says that it is not calibrated, so its numbers mean nothing absolute: order it calibrated</source>
        <translation>{path} ist nach eigener Angabe nicht kalibriert, seine Werte bedeuten also nichts Absolutes: kalibriert bestellen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the product is marked {state}: its levels may be off as a whole</source>
        <translation>das Produkt ist als {state} gekennzeichnet: seine Pegel können insgesamt verschoben sein</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the product looks to the left: its calibration is marked as such, but was never verified</source>
        <translation>das Produkt ist linksblickend: seine Kalibrierung ist als solche gekennzeichnet, wurde aber nie überprüft</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the product's GPS time was not synchronised: its place on the map may be off by an unknown distance</source>
        <translation>die GPS-Zeit des Produkts war nicht synchronisiert: seine Lage auf der Karte kann um eine unbekannte Strecke falsch sein</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>acquired on {acquired}, before the mission was commissioned (7 January 2008): its calibration may not hold</source>
        <translation>aufgenommen am {acquired}, vor dem Abschluss der Inbetriebnahme der Mission (7. Januar 2008): die Kalibrierung stimmt womöglich nicht</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} has {actual} bytes, the annotation says {annotated}: it may be incomplete</source>
        <translation>{path} hat {actual} Bytes, laut Annotation {annotated}: die Datei ist womöglich unvollständig</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} is missing: the product is incomplete, get it again</source>
        <translation>{path} fehlt: das Produkt ist unvollständig, neu beschaffen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} has {rows} x {columns} pixels, the annotation says {xml_rows} x {xml_columns}: the product is damaged, get it again</source>
        <translation>{path} hat {rows} x {columns} Pixel, laut Annotation {xml_rows} x {xml_columns}: das Produkt ist beschädigt, neu beschaffen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} has no map coordinates although the product says {variant}: the product is damaged, get it again</source>
        <translation>{path} hat keine Kartenkoordinaten, obwohl das Produkt {variant} angibt: das Produkt ist beschädigt, neu beschaffen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} does not fit the image: the incidence angle is taken from elsewhere</source>
        <translation>{path} passt nicht zum Bild: der Einfallswinkel wird anderswo entnommen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the incidence-angle mask {path} is missing: the angle is taken from elsewhere, without the slopes of the terrain; get the product again</source>
        <translation>die Maske der Einfallswinkel {path} fehlt: der Winkel wird anderswo entnommen, ohne die Hangneigungen des Geländes; das Produkt neu beschaffen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the product tells the incidence angle at its centre only: {angle} deg is used throughout</source>
        <translation>das Produkt gibt den Einfallswinkel nur für seine Mitte an: überall wird {angle} Grad verwendet</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the geolocation grid {path} covers {share} % of the image: it belongs to another product</source>
        <translation>das Geolokalisierungsgitter {path} deckt {share} % des Bildes ab: es gehört zu einem anderen Produkt</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>noise cannot be subtracted: {path}, which tells the range times, is missing; leave out --subtract-noise</source>
        <translation>das Rauschen lässt sich nicht abziehen: {path} mit den Entfernungszeiten fehlt; --subtract-noise weglassen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>--subtract-noise does nothing here: the noise is subtracted already, or none is annotated</source>
        <translation>--subtract-noise bewirkt hier nichts: das Rauschen ist bereits abgezogen, oder es ist keines annotiert</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} says itself what {flag} would: leave {flag} out</source>
        <translation>{path} gibt selbst an, was {flag} angeben würde: {flag} weglassen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} cannot be read ({reason})</source>
        <translation>{path} lässt sich nicht lesen ({reason})</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} holds no image</source>
        <translation>{path} enthält kein Bild</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} is cut short: its end is missing, copy or download it again</source>
        <translation>{path} ist abgeschnitten: das Ende fehlt, neu kopieren oder herunterladen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} cannot be read at row {row} ({reason}): the file is damaged, copy or download it again</source>
        <translation>{path} lässt sich ab Zeile {row} nicht lesen ({reason}): die Datei ist beschädigt, neu kopieren oder herunterladen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} holds no data: every pixel is nodata</source>
        <translation>{path} enthält keine Daten: jedes Pixel ist als fehlend markiert</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} holds complex numbers, which are read from whole products only: give its amplitude or intensity as a raster</source>
        <translation>{path} enthält komplexe Zahlen, die nur aus ganzen Produkten gelesen werden: Amplitude oder Intensität als Raster angeben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} is the 8-bit picture of a model, not a scene: give the scene it was made of</source>
        <translation>{path} ist das 8-Bit-Bild eines Modells, keine Szene: die Szene angeben, aus der es entstand</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} was written by a newer Echopatch: update Echopatch</source>
        <translation>{path} wurde von einem neueren Echopatch geschrieben: Echopatch aktualisieren</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} carries damaged Echopatch tags ({reason}): write it again</source>
        <translation>{path} trägt beschädigte Echopatch-Angaben ({reason}): neu schreiben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} has no band '{band}': choose among {available}</source>
        <translation>{path} hat kein Band '{band}': wählbar sind {available}</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>--bands {bands} names a band twice</source>
        <translation>--bands {bands} nennt ein Band zweimal</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>--bands names {count} band(s), {channels} are needed; {path} has {available}</source>
        <translation>--bands nennt {count} Band/Bänder, gebraucht werden {channels}; {path} hat {available}</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} has the bands {available}, {channels} are needed: choose with --bands</source>
        <translation>{path} hat die Bänder {available}, gebraucht werden {channels}: mit --bands auswählen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} has {count} band(s) ({available}), {channels} are needed</source>
        <translation>{path} hat {count} Band/Bänder ({available}), gebraucht werden {channels}</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} does not say what its pixels hold: give --quantity amplitude or intensity with --calibration-factor, or --quantity gamma0, sigma0 or beta0 (with --decibel if they are dB)</source>
        <translation>{path} sagt nicht, was die Pixel enthalten: --quantity amplitude oder intensity mit --calibration-factor angeben, oder --quantity gamma0, sigma0 oder beta0 (mit --decibel, falls in dB)</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} says neither what its pixels hold nor how large they are: give --pixel-size-m, and --quantity amplitude or intensity with --calibration-factor, or --quantity gamma0, sigma0 or beta0 (with --decibel if they are dB)</source>
        <translation>{path} sagt weder, was die Pixel enthalten, noch wie groß sie sind: --pixel-size-m angeben, und dazu --quantity amplitude oder intensity mit --calibration-factor, oder --quantity gamma0, sigma0 oder beta0 (mit --decibel, falls in dB)</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} does not say how large its pixels are on the ground: give --pixel-size-m</source>
        <translation>{path} sagt nicht, wie groß die Pixel am Boden sind: --pixel-size-m angeben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} places its pixels {rows} m (rows) and {columns} m (columns) apart, --pixel-size-m says {asserted}: leave it out</source>
        <translation>{path} gibt Pixelabstände von {rows} m (Zeilen) und {columns} m (Spalten) an, --pixel-size-m sagt {asserted}: weglassen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} holds uncalibrated numbers, {quantity} is needed: give --calibration-factor, and --calibrated-to for what it leads to</source>
        <translation>{path} enthält unkalibrierte Werte, gebraucht wird {quantity}: --calibration-factor angeben, und mit --calibrated-to, worauf er führt</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} holds {quantity}, not digital numbers</source>
        <translation>{path} enthält {quantity}, keine Digitalwerte</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} gives {have}, {quantity} is needed, which takes the incidence angle: give --incidence-deg, or --incidence-from PRODUCT</source>
        <translation>{path} liefert {have}, gebraucht wird {quantity}, wozu der Einfallswinkel nötig ist: --incidence-deg angeben, oder --incidence-from PRODUKT</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the raster says nowhere where it lies: the incidence angle is that of the product's centre, {angle} deg (the product spans {low} to {high} deg)</source>
        <translation>das Raster sagt nirgends, wo es liegt: als Einfallswinkel gilt der in der Mitte des Produkts, {angle} Grad (das Produkt reicht von {low} bis {high} Grad)</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the scene has no coordinate reference system: results come in pixel coordinates (x = column, y = -row)</source>
        <translation>die Szene hat kein Koordinatenbezugssystem: Ergebnisse kommen in Pixelkoordinaten (x = Spalte, y = -Zeile)</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>parts of the scene hold nothing but zeros, which are taken as no signal: if they mean no data, say so in the file (gdal_edit.py -a_nodata 0)</source>
        <translation>Teile der Szene enthalten nur Nullen, die als fehlendes Signal gelten: falls sie fehlende Daten bedeuten, das in der Datei angeben (gdal_edit.py -a_nodata 0)</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>parts of the scene hold nothing but zeros, which are taken as 0 dB, a strong signal: if they mean no data, say so in the file (gdal_edit.py -a_nodata 0)</source>
        <translation>Teile der Szene enthalten nur Nullen, die als 0 dB gelten, ein starkes Signal: falls sie fehlende Daten bedeuten, das in der Datei angeben (gdal_edit.py -a_nodata 0)</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} has pixels of {spacing} m, the model wants {pixel_size} m: more than twofold upsampling needs --allow-upsampling</source>
        <translation>{path} hat Pixel von {spacing} m, das Modell verlangt {pixel_size} m: mehr als doppeltes Upsampling braucht --allow-upsampling</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>what the pixels hold: --quantity amplitude or intensity (with --calibration-factor), or gamma0, sigma0 or beta0 (with --decibel)</source>
        <translation>was die Pixel enthalten: --quantity amplitude oder intensity (mit --calibration-factor), oder gamma0, sigma0 oder beta0 (mit --decibel)</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the calibration: --calibration-factor, with --calibrated-to for what it gives</source>
        <translation>die Kalibrierung: --calibration-factor, und mit --calibrated-to, was er ergibt</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the size of a pixel on the ground: --pixel-size-m</source>
        <translation>die Größe eines Pixels am Boden: --pixel-size-m</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the incidence angle, needed to turn one quantity into another: --incidence-deg or --incidence-from PRODUCT</source>
        <translation>der Einfallswinkel, nötig zum Umrechnen von einer Messgröße in eine andere: --incidence-deg oder --incidence-from PRODUKT</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Calibrating</source>
        <translation>Kalibrieren</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>validation share {validation} and test share {test} are more than 1 together: lower one of them</source>
        <translation>Validierungsanteil {validation} und Testanteil {test} sind zusammen mehr als 1: einen davon verringern</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{scenes} scene(s) but {labels} label file(s): give one for all scenes, or one per scene</source>
        <translation>{scenes} Szene(n), aber {labels} Labeldatei(en): eine für alle Szenen oder eine je Szene angeben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{scenes} scene(s) but {optical} optical image(s): give one per scene, or none</source>
        <translation>{scenes} Szene(n), aber {optical} optische(s) Bild(er): je Szene eines angeben oder keines</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the patch set {path} does not exist: check the path</source>
        <translation>den Patchsatz {path} gibt es nicht: den Pfad prüfen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} is not a whole patch set: {part} is missing; make it again with 'echopatch patches'</source>
        <translation>{path} ist kein vollständiger Patchsatz: {part} fehlt; mit 'echopatch patches' neu anlegen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} was written by a newer Echopatch (patch set version {theirs}, this one reads up to {ours}): update Echopatch</source>
        <translation>{path} wurde von einem neueren Echopatch geschrieben (Patchsatz-Version {theirs}, dieses liest bis {ours}): Echopatch aktualisieren</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{part} in {path} cannot be used: {reason}; copy or make the patch set again</source>
        <translation>{part} in {path} ist nicht verwendbar: {reason}; den Patchsatz neu kopieren oder anlegen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>in {path} the patch {patch} has the label {label}, which is {means}, but the class {name}: correct the one that is wrong</source>
        <translation>in {path} hat der Patch {patch} das Label {label}, das {means} ist, aber die Klasse {name}: das falsche von beiden berichtigen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>patches of one place sit on both sides of the split ({overlaps} pair(s) of overlapping patches, {groups} group(s) in more than one split; groups {names}): make the set again, or correct the split in its index</source>
        <translation>Patches desselben Ortes liegen in verschiedenen Teilen der Aufteilung (Paare überlappender Patches: {overlaps}; Gruppen in mehr als einem Teil: {groups}, nämlich {names}): den Satz neu anlegen oder die Aufteilung in seinem Index berichtigen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{count} synthetic patch(es) are for validation or test, where only real ones tell anything: give them the split train in the set's index</source>
        <translation>synthetische Patches dienen der Validierung oder dem Test ({count}), wo nur echte etwas aussagen: ihnen im Index des Satzes den Teil train geben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} holds synthetic patches, which are not joined with others: give each such set to training, with --add</source>
        <translation>{path} enthält synthetische Patches, die nicht mit anderen zusammengeführt werden: jeden solchen Satz mit --add dem Training geben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} holds {count} real patch(es), --add takes synthetic sets only: join real ones with 'echopatch patches merge'</source>
        <translation>{path} enthält echte Patches ({count}), --add nimmt nur synthetische Sätze: echte mit 'echopatch patches merge' zusammenführen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} and {patches} differ in {name}, {theirs} against {ours}: add synthetic patches of a generator that learned from such patches</source>
        <translation>{path} und {patches} unterscheiden sich in {name}, {theirs} gegen {ours}: synthetische Patches eines Generators hinzufügen, der aus solchen Patches gelernt hat</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} has the class {name}, the real patches have {classes}: bring both to one legend with 'echopatch patches relabel'</source>
        <translation>{path} hat die Klasse {name}, die echten Patches haben {classes}: beide mit 'echopatch patches relabel' auf eine Legende bringen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the generator of {path} learned from {count} validation or test patch(es) of {patches}, which would look known and make the figures too good: train a generator on the training patches of this set</source>
        <translation>der Generator von {path} hat aus Validierungs- oder Test-Patches von {patches} gelernt ({count}); sie sähen bekannt aus, und die Kennzahlen würden zu gut: einen Generator mit den Trainings-Patches dieses Satzes trainieren</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} does not say what its generator learned from: whether it has seen test patches cannot be told</source>
        <translation>{path} sagt nicht, woraus sein Generator gelernt hat: ob er Test-Patches gesehen hat, lässt sich nicht sagen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the generator of {path} learned from {count} of {total} patches elsewhere: whether these show the ground of test patches cannot be told</source>
        <translation>der Generator von {path} hat {count} von {total} Patches anderswo gelernt: ob diese den Boden von Test-Patches zeigen, lässt sich nicht sagen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>it is not known where the patches of {path} or the new ones lie, so its split cannot be kept by place: import them with one table</source>
        <translation>es ist nicht bekannt, wo die Patches von {path} oder die neuen liegen, die Aufteilung lässt sich also nicht nach Orten beibehalten: sie mit einer gemeinsamen Tabelle importieren</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{count} patch(es) left out: they overlap places of more than one part of {path}</source>
        <translation>weggelassene Patches: {count}; sie überlappen Orte aus mehr als einem Teil von {path}</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{count} of {total} test patches of {path} have no patch on their place any more: figures on the two test parts cannot be compared</source>
        <translation>{count} von {total} Test-Patches von {path} haben keinen Patch mehr an ihrem Ort: Kennzahlen auf den beiden Testteilen sind nicht vergleichbar</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the table {path} gives the split itself: leave out --keep-split, or its column split</source>
        <translation>die Tabelle {path} gibt die Aufteilung selbst an: --keep-split oder ihre Spalte split weglassen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} has {groups} group(s) of patches that must stay together, less than {folds} folds: ask for fewer folds, or label more places</source>
        <translation>in {path} müssen Patches in {groups} Gruppe(n) beisammen bleiben, weniger als {folds} Durchgänge: weniger Durchgänge verlangen oder mehr Orte labeln</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>no patch is left to write: see the warnings for what was left out and why</source>
        <translation>kein Patch bleibt zu schreiben: was warum weggelassen wurde, sagen die Warnungen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} exists and is not a patch set, so it is not replaced: choose another output</source>
        <translation>{path} gibt es bereits und ist kein Patchsatz, wird also nicht ersetzt: eine andere Ausgabe wählen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>no label gives a whole patch: lower --min-cover, take smaller patches, label larger areas, or take the patch around each polygon's middle with --label-rule centre</source>
        <translation>kein Label ergibt einen ganzen Patch: --min-cover verringern, kleinere Patches nehmen, größere Flächen labeln oder mit --label-rule centre den Patch um die Mitte jedes Polygons nehmen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the scene {scene} is named twice with the same labels: name it once, or again with other labels</source>
        <translation>die Szene {scene} ist zweimal mit denselben Labels genannt: sie einmal nennen, oder erneut mit anderen Labels</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the scene {scene} is named with the optical images {first} and {second}: give it the same one each time</source>
        <translation>die Szene {scene} ist mit den optischen Bildern {first} und {second} genannt: ihr jedes Mal dasselbe geben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the labels {points} are points and {polygons} are polygons: labels of one scene must be of one kind, so turn the points into polygons, or cut them into a patch set of their own and merge both</source>
        <translation>die Labels {points} sind Punkte und {polygons} sind Polygone: die Labels einer Szene müssen von einer Art sein, also die Punkte in Polygone umwandeln oder in einen eigenen Patchsatz ausschneiden und beide zusammenführen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{scene} has {rows} x {columns} pixels at the pixel size of the patches, less than a patch of {patch_px}: choose a smaller --patch-px or --patch-pixel-size-m</source>
        <translation>{scene} hat bei der Pixelgröße der Patches {rows} x {columns} Pixel, weniger als ein Patch von {patch_px}: --patch-px oder --patch-pixel-size-m verringern</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the labels {path} cannot be read ({reason}): give a vector file such as a GeoPackage</source>
        <translation>die Labels {path} lassen sich nicht lesen ({reason}): eine Vektordatei wie ein GeoPackage angeben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the labels {path} have no field '{field}' (they have: {fields}): name the one with the class in --label-field</source>
        <translation>die Labels {path} haben kein Feld '{field}' (vorhanden: {fields}): das Feld mit der Klasse unter --label-field angeben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} has several layers ({layers}) and none is called labels: name one with --labels-layer</source>
        <translation>{path} hat mehrere Layer ({layers}), und keiner heißt labels: einen mit --labels-layer nennen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} has no layer '{layer}' (it has: {layers}): name one of these with --labels-layer</source>
        <translation>{path} hat keinen Layer '{layer}' (vorhanden: {layers}): einen davon mit --labels-layer nennen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the labels {path} hold no point or polygon with a class: fill in the field '{field}'</source>
        <translation>die Labels {path} enthalten keinen Punkt und kein Polygon mit einer Klasse: das Feld '{field}' ausfüllen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{count} label(s) in {path} left out: they have no geometry</source>
        <translation>in {path} weggelassene Labels: {count}; sie haben keine Geometrie</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{count} label(s) in {path} left out: they are neither points nor polygons</source>
        <translation>in {path} weggelassene Labels: {count}; sie sind weder Punkte noch Polygone</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{count} label(s) in {path} left out: their outlines cross themselves; repair them with 'Fix geometries' in QGIS</source>
        <translation>in {path} weggelassene Labels: {count}; ihre Umrisse kreuzen sich selbst; sie in QGIS mit „Geometrien reparieren“ richten</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} holds {points} point(s) and {polygons} polygon(s) in one layer: put them in layers of their own, cut each, and join the sets with 'echopatch patches merge'</source>
        <translation>{path} enthält Punkte ({points}) und Polygone ({polygons}) in einem Layer: sie in eigene Layer legen, jeden ausschneiden und die Sätze mit 'echopatch patches merge' zusammenführen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} holds the inclusion probability {value}: it must be above 0 and at most 1</source>
        <translation>{path} enthält die Ziehungswahrscheinlichkeit {value}: sie muss über 0 und höchstens 1 sein</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the labels {path} are points, which cover nothing: use --label-rule auto</source>
        <translation>die Labels {path} sind Punkte, die nichts bedecken: --label-rule auto verwenden</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{squares} of {total} polygons of {path} are squares of a patch's size, the others are not: all are taken as areas, by their cover; put the squares in a layer of their own to have them cut where they lie</source>
        <translation>{squares} von {total} Polygonen in {path} sind Quadrate von der Größe eines Patches, die anderen nicht: alle gelten als Flächen und zählen nach ihrer Bedeckung; die Quadrate in einen eigenen Layer legen, um sie dort auszuschneiden, wo sie liegen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{count} label(s) in {path} left out: their field '{field}' is empty or 0</source>
        <translation>in {path} weggelassene Labels: {count}; ihr Feld '{field}' ist leer oder 0</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{count} of {total} label(s) of {path} lie outside the scenes and give no patch</source>
        <translation>{count} von {total} Labels in {path} liegen außerhalb der Szenen und ergeben keinen Patch</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>no label of {path} lies in the scene {scene}: it gives no patch</source>
        <translation>kein Label von {path} liegt in der Szene {scene}: sie ergibt keinen Patch</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the labels {path} have no coordinate reference system but the scene has one: give them the right one in a GIS</source>
        <translation>die Labels {path} haben kein Koordinatenbezugssystem, aber die Szene hat eines: ihnen in einem GIS das richtige geben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the scene of the labels {path} has no coordinate reference system: draw its labels in pixel coordinates (x = column, y = -row), without a CRS</source>
        <translation>die Szene der Labels {path} hat kein Koordinatenbezugssystem: ihre Labels in Pixelkoordinaten zeichnen (x = Spalte, y = -Zeile), ohne KBS</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>no label of {path} lies in the scene {scene}: give the labels of this scene, and check their CRS</source>
        <translation>kein Label aus {path} liegt in der Szene {scene}: die Labels dieser Szene angeben und ihr KBS prüfen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the field '{field}' holds bare numbers from 1 to 7: they are taken for the codes of the default legend (1 Settlements to 7 Water bodies); use names if you mean something else</source>
        <translation>das Feld '{field}' enthält bloße Zahlen von 1 bis 7: sie gelten als Codes der Standardlegende (1 Settlements bis 7 Water bodies); Namen verwenden, falls etwas anderes gemeint ist</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{first} has the bands {first_bands}, {scene} has {bands}: choose the same bands of all scenes with --bands, or cut separate sets</source>
        <translation>{first} hat die Bänder {first_bands}, {scene} hat {bands}: mit --bands von allen Szenen dieselben Bänder wählen oder getrennte Sätze ausschneiden</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>scenes of HH and of VV are mixed: the channel is called co, for either co-polarisation</source>
        <translation>Szenen in HH und in VV sind gemischt: der Kanal heißt co, für eine der beiden Ko-Polarisationen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the optical image {path} cannot be read ({reason}): give a GeoTIFF or another raster</source>
        <translation>das optische Bild {path} lässt sich nicht lesen ({reason}): ein GeoTIFF oder ein anderes Raster angeben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the optical image {path} has {bands} band(s) of type {dtype}: give red, green and blue with 8 bits each</source>
        <translation>das optische Bild {path} hat {bands} Band/Bänder vom Typ {dtype}: Rot, Grün und Blau mit je 8 Bit angeben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the optical image {path} has no coordinate reference system: georeference it first</source>
        <translation>das optische Bild {path} hat kein Koordinatenbezugssystem: zuerst georeferenzieren</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the scene of the optical image {path} has no coordinate reference system: cut without --optical</source>
        <translation>die Szene des optischen Bildes {path} hat kein Koordinatenbezugssystem: ohne --optical ausschneiden</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{count} labelled window(s) left out: the optical image {path} covers too little of them (--min-valid); give a larger image to keep them</source>
        <translation>{count} gelabelte(s) Fenster weggelassen: das optische Bild {path} bedeckt zu wenig von ihnen (--min-valid); ein größeres Bild angeben, um sie zu behalten</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the optical image {path} shows another place than its scene: give the image of the same ground, and check its CRS</source>
        <translation>das optische Bild {path} zeigt einen anderen Ort als seine Szene: das Bild desselben Bodens angeben und sein KBS prüfen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the optical images of {scene} lie {down_px} px down and {right_px} px right of the radar image (below 0: up and left; +- {uncertainty_px} px): move them back and make the set again, or each pair shows two places</source>
        <translation>die optischen Bilder von {scene} liegen {down_px} px unter und {right_px} px rechts vom Radarbild (unter 0: darüber und links; ± {uncertainty_px} px): sie zurückschieben und den Satz neu anlegen, sonst zeigt jedes Paar zwei Orte</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>whether the optical images of {scene} lie on the radar image could not be estimated from {pairs} pair(s): too few, without common edges, or more than {reach_px} px off; compare them by eye</source>
        <translation>ob die optischen Bilder von {scene} auf dem Radarbild liegen, ließ sich nicht schätzen (Paare: {pairs}): zu wenige, ohne gemeinsame Kanten oder um mehr als {reach_px} px versetzt; mit bloßem Auge vergleichen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{count} of {total} patches overlap a patch on another side of the split and were left out; with a stride of the patch size, or a larger --block-m, fewer are</source>
        <translation>{count} von {total} Patches überlappen einen Patch in einem anderen Teil der Aufteilung und wurden weggelassen; mit der Patchgröße als Schrittweite oder einem größeren --block-m sind es weniger</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{count} place(s) left out because labels of different classes claim them, {ties} because two classes cover them equally: the layer 'conflicts' of the set's index shows where</source>
        <translation>weggelassene Orte: {count}, weil Labels verschiedener Klassen sie beanspruchen, {ties}, weil zwei Klassen sie gleich weit bedecken: wo, zeigt der Layer 'conflicts' im Index des Satzes</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{count} label(s) left out: too near to another one of their class (--point-distance-m)</source>
        <translation>weggelassene Labels: {count}; zu nah an einem anderen ihrer Klasse (--point-distance-m)</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{count} label(s) left out: a patch around them would reach beyond the edge of the scene</source>
        <translation>weggelassene Labels: {count}; ein Patch um sie würde über den Rand der Szene reichen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{count} labelled window(s) left out: too little of them holds data (--min-valid)</source>
        <translation>{count} gelabelte(s) Fenster weggelassen: zu wenig davon enthält Daten (--min-valid)</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{percent} % of the pixels lie outside {floor_db} to {ceiling_db} dB and were clipped: check quantity and calibration</source>
        <translation>{percent} % der Pixel liegen außerhalb von {floor_db} bis {ceiling_db} dB und wurden abgeschnitten: Messgröße und Kalibrierung prüfen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>no patch has the class {classes}: a model trained on this set cannot know it</source>
        <translation>kein Patch hat die Klasse {classes}: ein mit diesem Satz trainiertes Modell kann sie nicht kennen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the {split} part has no patch of {classes}: label more places, or try another --block-m or other shares</source>
        <translation>der Teil {split} hat keinen Patch von {classes}: weitere Orte labeln oder einen anderen Wert für --block-m oder andere Anteile versuchen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Cutting patches</source>
        <translation>Patches ausschneiden</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{part} in {path} has changed since the set was written: copy or make the patch set again</source>
        <translation>{part} in {path} hat sich geändert, seit der Satz geschrieben wurde: den Patchsatz neu kopieren oder anlegen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the table {path} cannot be read ({reason}): save it as CSV in UTF-8</source>
        <translation>die Tabelle {path} lässt sich nicht lesen ({reason}): als CSV in UTF-8 speichern</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the table {path} has no column {lacking} (it has: {columns}): write path,label[,group][,split][,optical]</source>
        <translation>der Tabelle {path} fehlt die Spalte {lacking} (vorhanden: {columns}): path,label[,group][,split][,optical] schreiben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the columns {columns} of {path} are not used; known are {known}</source>
        <translation>die Spalten {columns} von {path} werden nicht verwendet; bekannt sind {known}</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the table {path} has no rows: list one chip per row</source>
        <translation>die Tabelle {path} hat keine Zeilen: je Zeile einen Chip aufführen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>line {line} of {table} names no file</source>
        <translation>Zeile {line} von {table} nennt keine Datei</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>line {line} of {table}: {path} has no label (empty, or 0, which is never a class)</source>
        <translation>Zeile {line} von {table}: {path} hat kein Label (leer, oder 0, was nie eine Klasse ist)</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>line {line} of {table}: unknown split '{split}', use one of {known}</source>
        <translation>Zeile {line} von {table}: unbekannter Teil '{split}', erlaubt ist {known}</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>line {line} of {table} has no {column} but others have: fill it in for every chip, or for none</source>
        <translation>Zeile {line} von {table} hat kein {column}, andere aber schon: für jeden Chip ausfüllen oder für keinen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>line {line} of {table}: {file} does not exist; paths are relative to the table</source>
        <translation>Zeile {line} von {table}: {file} gibt es nicht; Pfade gelten ab dem Ordner der Tabelle</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>line {line} of {table}: {file} cannot be read ({reason}): use png, jpg, tif or npy</source>
        <translation>Zeile {line} von {table}: {file} lässt sich nicht lesen ({reason}): png, jpg, tif oder npy verwenden</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>line {line} of {table}: {path} has the shape {shape}; rows x columns or channels x rows x columns are needed</source>
        <translation>Zeile {line} von {table}: {path} hat die Form {shape}; gebraucht wird Zeilen x Spalten oder Kanäle x Zeilen x Spalten</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>line {line} of {table}: {path} is complex, so --chip-scale must be amplitude, not {scale}</source>
        <translation>Zeile {line} von {table}: {path} ist komplex, --chip-scale muss also amplitude sein, nicht {scale}</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>line {line} of {table}: {path} holds no data where the patch is taken</source>
        <translation>Zeile {line} von {table}: {path} enthält keine Daten, wo der Patch entnommen wird</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>line {line} of {table}: {path} has {size} pixels, less than a patch of {patch_px}</source>
        <translation>Zeile {line} von {table}: {path} hat {size} Pixel, weniger als ein Patch von {patch_px}</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>line {line} of {table}: {path} has {channels} channel(s), the first chip has {expected}</source>
        <translation>Zeile {line} von {table}: {path} hat {channels} Kanal/Kanäle, der erste Chip hat {expected}</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} has {channels} channel(s), but --chip-bands names {bands}: name one for each</source>
        <translation>{path} hat {channels} Kanal/Kanäle, aber --chip-bands nennt {bands}: für jeden einen nennen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>line {line} of {table}: {optical} is not an image of red, green and blue with 8 bits each</source>
        <translation>Zeile {line} von {table}: {optical} ist kein Bild aus Rot, Grün und Blau mit je 8 Bit</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>line {line} of {table}: the optical image of {path} has {optical} pixels, the chip {size}: they must show the same ground</source>
        <translation>Zeile {line} von {table}: das optische Bild zu {path} hat {optical} Pixel, der Chip {size}: beide müssen denselben Boden zeigen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{count} of {total} chips have no group, so chips that overlap may sit on both sides of the split and make the test look too good: add a column group that is equal for chips of one place</source>
        <translation>{count} von {total} Chips haben keine Gruppe, überlappende Chips können also in verschiedenen Teilen der Aufteilung liegen und den Test zu gut aussehen lassen: eine Spalte group hinzufügen, die für Chips desselben Ortes gleich ist</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{count} chip(s) equal an earlier one pixel by pixel; equal chips stay on one side of the split</source>
        <translation>{count} Chip(s) gleichen Pixel für Pixel einem früheren; gleiche Chips bleiben im selben Teil der Aufteilung</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{count} chip(s) were cropped at their centre to {patch_px} x {patch_px} pixels</source>
        <translation>{count} Chip(s) wurden in der Mitte auf {patch_px} x {patch_px} Pixel zugeschnitten</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>settings of the split are only used with --resplit: add it, or leave them out</source>
        <translation>Einstellungen der Aufteilung gelten nur mit --resplit: es angeben oder sie weglassen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{first} and {other} differ in {name}, {ours} against {theirs}: join sets of one kind, or cut one of them anew like the other</source>
        <translation>{first} und {other} unterscheiden sich in {name}, {ours} gegen {theirs}: Sätze einer Art zusammenführen oder einen davon wie den anderen neu ausschneiden</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{first} has the class {ours}, {other} has {theirs}: bring both to one legend with 'echopatch patches relabel --legend-of'</source>
        <translation>{first} hat die Klasse {ours}, {other} hat {theirs}: beide mit 'echopatch patches relabel --legend-of' auf eine Legende bringen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>not every set has optical images: the joined one has none</source>
        <translation>nicht jeder Satz hat optische Bilder: der zusammengeführte hat keine</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{count} patch(es) left out: they equal another one of their class pixel by pixel</source>
        <translation>weggelassene Patches: {count}; sie gleichen Pixel für Pixel einem anderen ihrer Klasse</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{count} patch(es) left out: they equal one of another class pixel by pixel; the layer 'conflicts' of the set's index names them</source>
        <translation>weggelassene Patches: {count}; sie gleichen Pixel für Pixel einem anderer Klasse; der Layer 'conflicts' im Index des Satzes nennt sie</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{count} of {total} patches left out: they share a place or a group with a patch on another side of the split; --resplit parts all patches anew</source>
        <translation>{count} von {total} Patches weggelassen: sie teilen Ort oder Gruppe mit einem Patch in einem anderen Teil der Aufteilung; --resplit teilt alle Patches neu auf</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} has no class '{name}': it has {classes}</source>
        <translation>{path} hat keine Klasse '{name}', sondern {classes}</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} has no patch of the scene '{name}': it has {scenes}</source>
        <translation>{path} hat keinen Patch der Szene '{name}', sondern von {scenes}</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the condition '{where}' cannot be used ({reason}): write it like cover &gt; 0.8, with "group" in double quotes</source>
        <translation>die Bedingung '{where}' ist nicht verwendbar ({reason}): wie cover &gt; 0.8 schreiben, mit "group" in doppelten Anführungszeichen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>no patch of {path} is of that kind: ask for more classes, splits or scenes, or loosen the condition</source>
        <translation>kein Patch von {path} ist von dieser Art: mehr Klassen, Teile oder Szenen verlangen oder die Bedingung lockern</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>say which classes to change: OLD=NEW with --mapping, a --table, or --legend-of another set</source>
        <translation>angeben, welche Klassen zu ändern sind: ALT=NEU mit --mapping, eine --table, oder --legend-of mit einem anderen Satz</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>--mapping and --table say the same thing: use one of them</source>
        <translation>--mapping und --table sagen dasselbe: eines davon verwenden</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>'{text}' is not OLD=NEW: write the class, an equals sign and its new name, or nothing after it to drop the class</source>
        <translation>'{text}' ist nicht ALT=NEU: die Klasse, ein Gleichheitszeichen und ihren neuen Namen schreiben, oder nichts dahinter, um die Klasse wegzulassen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the class '{name}' is given two new names: name each class once</source>
        <translation>die Klasse '{name}' erhält zwei neue Namen: jede Klasse einmal nennen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the table {path} has no column {lacking}: write old,new and, if wished, code,colour</source>
        <translation>der Tabelle {path} fehlt die Spalte {lacking}: old,new und, falls gewünscht, code,colour schreiben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>line {line} of {path}: the code '{number}' is no whole number of 1 or more</source>
        <translation>Zeile {line} von {path}: der Code '{number}' ist keine ganze Zahl ab 1</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the classes {first} and {second} would both have the code {number}: give one another code with the column code of --table</source>
        <translation>die Klassen {first} und {second} hätten beide den Code {number}: einer mit der Spalte code von --table einen anderen geben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the folds test on {least} to {most} patches, because a few groups hold most of them: figures of small folds are uncertain</source>
        <translation>die Durchgänge testen auf {least} bis {most} Patches, weil wenige Gruppen die meisten enthalten: Kennzahlen kleiner Durchgänge sind unsicher</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} holds {count} synthetic patch(es), which are never tested on: take the real ones with 'echopatch patches subset' first</source>
        <translation>{path} enthält synthetische Patches ({count}), die nie dem Test dienen: zuerst mit 'echopatch patches subset' die echten entnehmen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} exists and holds other files, so it is not replaced: choose another folder</source>
        <translation>{path} gibt es bereits mit anderen Dateien darin und wird also nicht ersetzt: einen anderen Ordner wählen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Comparing radar and optical images</source>
        <translation>Radarbilder und optische Bilder vergleichen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Copying patches</source>
        <translation>Patches kopieren</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Writing folds</source>
        <translation>Durchgänge schreiben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Drawing contact sheets</source>
        <translation>Kontaktbögen zeichnen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Importing chips</source>
        <translation>Chips importieren</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Reading patches</source>
        <translation>Patches lesen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Checking files</source>
        <translation>Dateien prüfen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the model {path} does not exist: check the path</source>
        <translation>das Modell {path} gibt es nicht: den Pfad prüfen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} is not a whole .safetensors file: its header cannot be read; get the file again</source>
        <translation>{path} ist keine vollständige .safetensors-Datei: ihr Kopf lässt sich nicht lesen; die Datei neu beschaffen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} carries no Echopatch model card: use a model written by 'echopatch train'</source>
        <translation>{path} trägt keine Echopatch-Modellkarte: ein von 'echopatch train' geschriebenes Modell verwenden</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the model card of {path} is incomplete or wrong ({reason}): get the file again</source>
        <translation>die Modellkarte von {path} ist unvollständig oder falsch ({reason}): die Datei neu beschaffen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} was written by a newer Echopatch (card version {theirs}, this one reads up to {ours}): update Echopatch</source>
        <translation>{path} wurde von einem neueren Echopatch geschrieben (Kartenversion {theirs}, dieses liest bis {ours}): Echopatch aktualisieren</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the weights in {path} do not fit the network its card names ({reason}): get the file again</source>
        <translation>die Gewichte in {path} passen nicht zum Netz, das die Karte nennt ({reason}): die Datei neu beschaffen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the model {path} opens, but its answer to a grey patch is no number: get the file again, or train anew</source>
        <translation>das Modell {path} lässt sich öffnen, aber seine Antwort auf einen grauen Patch ist keine Zahl: die Datei neu beschaffen oder neu trainieren</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the model has {model_channels} channel(s) ({names}), the scene gives {scene_channels}: choose bands with --bands, or another model</source>
        <translation>das Modell hat {model_channels} Kanal/Kanäle ({names}), die Szene liefert {scene_channels}: mit --bands Bänder wählen oder ein anderes Modell nehmen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} looks at {modality} images and cannot map a radar scene: give the student that it taught</source>
        <translation>{path} betrachtet keine Radarbilder (Bildart: {modality}) und kann keine Radarszene kartieren: den Schüler angeben, der davon gelernt hat</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} was trained on patches of unknown pixel size: it can start a training, not classify a scene</source>
        <translation>{path} wurde mit Patches unbekannter Pixelgröße trainiert: es kann Ausgangspunkt eines Trainings sein, aber keine Szene klassifizieren</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Opening the model</source>
        <translation>Modell öffnen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Looking at the pixels</source>
        <translation>Pixel untersuchen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Measuring texture</source>
        <translation>Textur messen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Finding the learning rate</source>
        <translation>Lernrate suchen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{name} needs weights to build on: give them with --start</source>
        <translation>{name} braucht Gewichte, auf denen es aufbaut: sie mit --start angeben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the dB window must go upwards, got {floor_db}..{ceiling_db}: change --floor-db or --ceiling-db</source>
        <translation>das dB-Fenster muss aufwärts gehen, angegeben ist {floor_db}..{ceiling_db}: --floor-db oder --ceiling-db ändern</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the dB window {floor_db}..{ceiling_db} clips {percent} % of the training pixels: check --floor-db and --ceiling-db, or the calibration of the scenes</source>
        <translation>das dB-Fenster {floor_db}..{ceiling_db} schneidet {percent} % der Trainingspixel ab: --floor-db und --ceiling-db oder die Kalibrierung der Szenen prüfen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the training patches of {path} hold no valid pixel: check the scenes they were cut from</source>
        <translation>die Trainings-Patches von {path} enthalten kein gültiges Pixel: die Szenen prüfen, aus denen sie stammen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} has {patches} training patch(es), at least 2 are needed: label more, or change the split</source>
        <translation>{path} hat {patches} Trainings-Patch(es), mindestens 2 sind nötig: mehr labeln oder die Aufteilung ändern</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>all training patches of {path} are of the class '{name}': a classifier needs at least two classes</source>
        <translation>alle Trainings-Patches von {path} haben die Klasse '{name}': ein Klassifikator braucht mindestens zwei Klassen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>no training patch is of the class '{name}': the model will never answer it</source>
        <translation>kein Trainings-Patch hat die Klasse '{name}': das Modell wird sie nie als Antwort geben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>no real training patch is of the class '{name}': its synthetic patches are left out, and the model will never answer it</source>
        <translation>kein echter Trainings-Patch hat die Klasse '{name}': ihre synthetischen Patches werden weggelassen, und das Modell wird sie nie antworten</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>all training patches of {path} are synthetic: judge the model by real ones with 'echopatch evaluate'</source>
        <translation>alle Trainings-Patches von {path} sind synthetisch: das Modell mit 'echopatch evaluate' an echten messen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>--add takes synthetic radar patches: leave it out, or --modality optical</source>
        <translation>--add nimmt synthetische Radar-Patches: es weglassen, oder --modality optical</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} has no validation patches: all epochs run, the last one is kept instead of the best, and the confidence is not calibrated</source>
        <translation>{path} hat keine Validierungs-Patches: alle Epochen laufen, statt der besten wird die letzte behalten, und die Konfidenz ist nicht kalibriert</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>no validation patch is of the class '{name}': the best epoch is chosen without it</source>
        <translation>kein Validierungs-Patch hat die Klasse '{name}': die beste Epoche wird ohne sie gewählt</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} has no test patches: the model's card will carry no figures</source>
        <translation>{path} hat keine Test-Patches: die Modellkarte wird keine Kennzahlen tragen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>only one training patch each for: {names}; how well they are recognised is left to chance, label more</source>
        <translation>nur je ein Trainings-Patch für: {names}; wie gut sie erkannt werden, bleibt dem Zufall überlassen, mehr labeln</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the loss is no finite number any more in epoch {epoch}: use a learning rate below {rate}</source>
        <translation>die Verlustfunktion ergibt in Epoche {epoch} keine endliche Zahl mehr: eine Lernrate unter {rate} verwenden</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the GPU has too little memory for batches of {batch_size} patches in {parts} part(s): raise --batch-parts, or use a smaller --batch-size</source>
        <translation>die Grafikkarte hat zu wenig Speicher für Stapel von {batch_size} Patches in {parts} Teil(en): --batch-parts erhöhen oder --batch-size verringern</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>no learning rate of the trial made the loss fall: {rate} is used, see rates.png in the run folder</source>
        <translation>keine Lernrate des Versuchs ließ den Verlust sinken: {rate} wird verwendet, siehe rates.png im Laufordner</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the new model is worse than its start on the test patches: mean recall {child}, before {parent} (difference {difference}, 95 % interval {interval}); its card says so</source>
        <translation>das neue Modell ist auf den Test-Patches schlechter als sein Ausgangspunkt: mittlere Trefferquote {child}, vorher {parent} (Unterschied {difference}, 95-%-Intervall {interval}); seine Karte sagt es</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the new model has a mean recall of {child} on the test patches, its start had {parent}; chance can explain the difference ({difference}, 95 % interval {interval})</source>
        <translation>das neue Modell hat auf den Test-Patches eine mittlere Trefferquote von {child}, sein Ausgangspunkt hatte {parent}; der Unterschied kann Zufall sein ({difference}, 95-%-Intervall {interval})</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the run in {folder} cannot be continued, its state is broken: remove the folder and start again</source>
        <translation>der Lauf in {folder} lässt sich nicht fortsetzen, sein Zustand ist beschädigt: den Ordner entfernen und neu beginnen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} exists and is no run folder, so it is not replaced: choose another output</source>
        <translation>{path} gibt es bereits und ist kein Laufordner, wird also nicht ersetzt: eine andere Ausgabe wählen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>going on after epoch {epoch}, from {folder}</source>
        <translation>weiter nach Epoche {epoch}, aus {folder}</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>ended after epoch {epoch} of {epochs}, as asked; epoch {best}, the best so far, is kept</source>
        <translation>wie gewünscht nach Epoche {epoch} von {epochs} beendet; Epoche {best}, die bisher beste, wird behalten</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>--head-only works on radar patches: leave it out, or --modality optical</source>
        <translation>--head-only geht nur mit Radar-Patches: es oder --modality optical weglassen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>--floor-db and --ceiling-db are of radar patches, optical ones keep all their levels: leave them out</source>
        <translation>--floor-db und --ceiling-db gelten für Radar-Patches, optische behalten alle ihre Stufen: weglassen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>--speckle-share {share} gives fresh speckle, which optical images do not have: leave it out</source>
        <translation>--speckle-share {share} erzeugt neuen Speckle, den optische Bilder nicht haben: es weglassen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>there are no ImageNet weights for {backbone}: use another backbone, or --start random</source>
        <translation>für {backbone} gibt es keine ImageNet-Gewichte: ein anderes Backbone verwenden, oder --start random</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the ImageNet weights of {backbone} could not be fetched ({reason}): fetch {url} by other means and give that file with --start</source>
        <translation>die ImageNet-Gewichte für {backbone} konnten nicht geholt werden ({reason}): {url} auf anderem Weg holen und diese Datei mit --start angeben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the shipped model {name} is not part of this installation: fetch {url} and give that file with --start</source>
        <translation>das mitgelieferte Modell {name} gehört nicht zu dieser Installation: {url} herunterladen und diese Datei mit --start angeben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} holds no weights that can be read: give a model file, or the state dict of a torchvision network</source>
        <translation>{path} enthält keine lesbaren Gewichte: eine Modelldatei oder das state dict eines torchvision-Netzes angeben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} is a {theirs}, this run trains a {ours}: use --backbone {theirs}, or another start</source>
        <translation>{path} ist ein {theirs}, dieser Lauf trainiert ein {ours}: --backbone {theirs} verwenden oder andere Startgewichte</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} does not hold the weights of a ResNet-10, 18, 34, 50 or 101 ('{name}' does not fit): only ResNets with the layers of torchvision's can be a start</source>
        <translation>{path} enthält nicht die Gewichte eines ResNet-10, 18, 34, 50 oder 101 ('{name}' passt nicht): nur ResNets mit den Schichten von torchvision können Ausgangspunkt sein</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} learned from {theirs}, these patches hold {ours}: give patches of that quantity, another start, or --allow-other-quantity to start from it all the same</source>
        <translation>{path} hat aus {theirs} gelernt, diese Patches enthalten {ours}: Patches dieser Messgröße angeben, einen anderen Ausgangspunkt, oder --allow-other-quantity, um trotzdem von dort auszugehen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} learned from other patches: {differences}; its weights are a start all the same</source>
        <translation>{path} hat aus anderen Patches gelernt: {differences}; als Ausgangspunkt taugen die Gewichte trotzdem</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>--labels none with --teacher-weight 0 leaves nothing to learn from: raise the weight, or give labels</source>
        <translation>--labels none mit --teacher-weight 0 lässt nichts, woraus zu lernen wäre: das Gewicht erhöhen oder Labels angeben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>--labels none lets the teacher name every patch, --add brings patches whose class is given: use one of them</source>
        <translation>--labels none lässt den Lehrer jeden Patch benennen, --add bringt Patches mit gegebener Klasse: eines von beiden verwenden</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>synthetic patches have no optical image for the teacher {path} to look at: leave out --add, or let a radar model teach</source>
        <translation>synthetische Patches haben kein optisches Bild, das der Lehrer {path} betrachten könnte: --add weglassen oder ein Radarmodell lehren lassen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the teacher {path} holds or answers values that are no numbers: train it again, with a smaller learning rate</source>
        <translation>der Lehrer {path} enthält Werte, die keine Zahlen sind, oder antwortet mit solchen: ihn mit kleinerer Lernrate neu trainieren</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the teacher {path} has the classes {theirs}, {patches} has {ours}: bring them together with patches relabel --legend-of, or learn without labels by --labels none</source>
        <translation>der Lehrer {path} hat die Klassen {theirs}, {patches} hat {ours}: mit patches relabel --legend-of angleichen oder mit --labels none ohne Label lernen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the teacher {path} takes all training patches for '{name}': give pairs of more than one class, or a better teacher</source>
        <translation>der Lehrer {path} hält alle Trainings-Patches für „{name}“: Paare aus mehr als einer Klasse oder einen besseren Lehrer angeben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the teacher {path} was trained on another set, or another split of this one: it may have learned from the test patches that its own figure is measured on</source>
        <translation>der Lehrer {path} wurde mit einem anderen Satz oder einer anderen Aufteilung dieses Satzes trainiert: er kann aus den Test-Patches gelernt haben, an denen sein eigener Wert gemessen wird</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>--diversity-weight {weight} draws the answers to the frequencies that --loss {loss} takes out of them: use --diversity-weight 0, or --loss ce</source>
        <translation>--diversity-weight {weight} zieht die Antworten zu den Häufigkeiten, die --loss {loss} aus ihnen herausnimmt: --diversity-weight 0 oder --loss ce verwenden</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>without labels the student is judged by the answers of {path}: the figures say how well it agrees with its teacher, not how right it is</source>
        <translation>ohne Labels wird der Schüler an den Antworten von {path} gemessen: die Kennzahlen sagen, wie gut er mit seinem Lehrer übereinstimmt, nicht, wie richtig er liegt</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} has no optical images: cut it with --optical, or import it with a column optical</source>
        <translation>{path} hat keine optischen Bilder: mit --optical ausschneiden oder mit einer Spalte optical importieren</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>--loss {loss} and --class-weights {weights} both make up for rare classes, which would favour them twice: use --class-weights none</source>
        <translation>--loss {loss} und --class-weights {weights} gleichen beide seltene Klassen aus, die damit doppelt bevorzugt wären: --class-weights none verwenden</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>--sampling {sampling} and --class-weights {weights} both make up for rare classes, which would favour them twice: use --sampling instance or --class-weights none</source>
        <translation>--sampling {sampling} und --class-weights {weights} gleichen beide seltene Klassen aus, die damit doppelt bevorzugt wären: --sampling instance oder --class-weights none verwenden</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>--sampling {sampling} and --loss {loss} both make up for rare classes, which would favour them twice: use --sampling instance</source>
        <translation>--sampling {sampling} und --loss {loss} gleichen beide seltene Klassen aus, die damit doppelt bevorzugt wären: --sampling instance verwenden</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>--sampling {sampling} draws all classes equally often and leaves --loss {loss} nothing to make up for: use --sampling instance</source>
        <translation>--sampling {sampling} zieht alle Klassen gleich oft und lässt --loss {loss} nichts auszugleichen: --sampling instance verwenden</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>alternating sampling needs two kinds of draws, got {phase} twice: change --alternate-first or --alternate-second</source>
        <translation>wechselndes Ziehen braucht zwei Arten von Ziehungen, angegeben ist zweimal {phase}: --alternate-first oder --alternate-second ändern</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>--quarter-turns change the look direction, which --keep-look-direction forbids: use one of them</source>
        <translation>--quarter-turns ändert die Blickrichtung, was --keep-look-direction verbietet: eines davon verwenden</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>--mixup and --cutmix are augmentation, which --no-augment switches off: use one or the other</source>
        <translation>--mixup und --cutmix sind Augmentierung, die --no-augment abschaltet: das eine oder das andere verwenden</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Training the generator</source>
        <translation>Generator trainieren</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Making patches</source>
        <translation>Patches erzeugen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the least learning rate {least} lies above the learning rate {rate}: lower --least-rate</source>
        <translation>die kleinste Lernrate {least} liegt über der Lernrate {rate}: --least-rate senken</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the filter needs a model and real patches: give --model and --patches, or neither</source>
        <translation>der Filter braucht ein Modell und echte Patches: --model und --patches angeben, oder keines von beiden</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} has no class '{name}': its classes are {classes}</source>
        <translation>{path} hat keine Klasse '{name}': seine Klassen sind {classes}</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} has {patches} training patch(es) of {name}, a generator needs at least {least}: label more, or choose other classes</source>
        <translation>{path} hat {patches} Trainings-Patch(es) von {name}, ein Generator braucht mindestens {least}: mehr labeln oder andere Klassen wählen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} holds synthetic patches alone: a generator learns from real ones</source>
        <translation>{path} enthält nur synthetische Patches: ein Generator lernt aus echten</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>only {patches} training patches of {name}: expect patches much alike, and judge them with gan assess</source>
        <translation>nur {patches} Trainings-Patches von {name}: einander sehr ähnliche Patches sind zu erwarten; sie mit gan assess beurteilen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>a {scenario} generator cannot make patches of {size_px} px: their side must halve down to 8..15 px; cut patches of 64, 80, 96, 128 or 160 px</source>
        <translation>ein Generator mit dem Szenario {scenario} kann keine Patches von {size_px} px erzeugen: ihre Seite muss sich bis auf 8..15 px halbieren lassen; Patches von 64, 80, 96, 128 oder 160 px ausschneiden</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>images of {size_px} px cannot be parted into {cells} x {cells} cells: choose --histogram-cells among {choices}</source>
        <translation>Bilder von {size_px} px lassen sich nicht in {cells} x {cells} Zellen teilen: --histogram-cells aus {choices} wählen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>images of {size_px} px cannot be compared at {scales} scales: choose --histogram-scales up to {most}</source>
        <translation>Bilder von {size_px} px lassen sich nicht in {scales} Maßstäben vergleichen: --histogram-scales höchstens {most} wählen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} holds {quantity}: a generator learns from radar patches</source>
        <translation>{path} enthält {quantity}: ein Generator lernt aus Radar-Patches</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>going on after step {step}, from {folder}</source>
        <translation>es geht nach Schritt {step} weiter, aus {folder}</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the loss is no finite number any more in step {step}: going back to step {kept}, with half the learning rate ({rate})</source>
        <translation>die Verlustfunktion ergibt in Schritt {step} keine endliche Zahl mehr: zurück zu Schritt {kept}, mit halber Lernrate ({rate})</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the loss became no finite number {times} times, last in step {step}: use a --learning-rate below {rate}</source>
        <translation>die Verlustfunktion ergab {times}-mal keine endliche Zahl, zuletzt in Schritt {step}: eine --learning-rate unter {rate} verwenden</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the patches became all alike in step {step} (diversity {diversity} of the real one): training stops, the generator of step {kept} is kept; try a higher --gamma or a lower --learning-rate</source>
        <translation>die Patches wurden in Schritt {step} einander alle gleich (Vielfalt: das {diversity}-Fache der echten): das Training endet, der Generator von Schritt {kept} wird behalten; ein höheres --gamma oder eine niedrigere --learning-rate versuchen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the patches are all alike (diversity {diversity} of the real one) after {step} steps and never were otherwise: try a higher --gamma, a lower --learning-rate or more patches</source>
        <translation>die Patches sind nach {step} Schritten einander alle gleich (Vielfalt: das {diversity}-Fache der echten) und waren nie anders: ein höheres --gamma, eine niedrigere --learning-rate oder mehr Patches versuchen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the GPU has too little memory for {batch_size} patches of width {width}: lower --batch-size or --width</source>
        <translation>die Grafikkarte hat zu wenig Speicher für {batch_size} Patches der Breite {width}: --batch-size oder --width senken</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} is no generator: use a file of 'echopatch gan train'</source>
        <translation>{path} ist kein Generator: eine Datei von 'echopatch gan train' verwenden</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the generator in {path} is incomplete or wrong ({reason}): get the file again, or train anew</source>
        <translation>der Generator in {path} ist unvollständig oder falsch ({reason}): die Datei neu beschaffen oder neu trainieren</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} makes mixed classes, a model must say which is which: give --model and --patches</source>
        <translation>{path} erzeugt gemischte Klassen, ein Modell muss sagen, welche welche ist: --model und --patches angeben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the filter model {path} does not know the class '{name}': train one on patches of the same legend</source>
        <translation>das Filtermodell {path} kennt die Klasse '{name}' nicht: eines mit Patches derselben Legende trainieren</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} has no real training patches: give the set that the generator learned from with --patches</source>
        <translation>{path} hat keine echten Trainings-Patches: mit --patches den Satz angeben, aus dem der Generator gelernt hat</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the filter model {path} was not trained on {patches}: make sure that it has seen none of the patches that you will test on</source>
        <translation>das Filtermodell {path} wurde nicht mit {patches} trainiert: sicherstellen, dass es keinen der Patches gesehen hat, auf denen später getestet wird</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{name}: only {kept} of {wanted} patches passed the filter, out of {made}</source>
        <translation>{name}: nur {kept} von {wanted} Patches haben den Filter bestanden, aus {made}</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>no patch of any class passed the filter, out of {made}: lower --min-probability or raise --distance-share</source>
        <translation>kein Patch irgendeiner Klasse hat den Filter bestanden, aus {made}: --min-probability senken oder --distance-share erhöhen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Comparing patches</source>
        <translation>Patches vergleichen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} exists and is no report of 'gan assess', so it is not replaced: choose another output</source>
        <translation>{path} gibt es bereits und ist kein Bericht von 'gan assess', wird also nicht ersetzt: eine andere Ausgabe wählen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} holds no synthetic patches: give a set of 'gan sample' with --synthetic</source>
        <translation>{path} enthält keine synthetischen Patches: einen Satz von 'gan sample' mit --synthetic angeben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the patches of {path} have {patch_px} px: at least {least} are needed to judge texture</source>
        <translation>die Patches von {path} haben {patch_px} px: mindestens {least} sind nötig, um Textur zu beurteilen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{synthetic} and {patches} differ in {name}, {theirs} against {ours}: give the set that the generator learned from</source>
        <translation>{synthetic} und {patches} unterscheiden sich in {name}, {theirs} gegen {ours}: den Satz angeben, aus dem der Generator gelernt hat</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} does not say what its generator learned from: all training patches are taken for that</source>
        <translation>{path} sagt nicht, woraus sein Generator gelernt hat: dafür gelten alle Trainings-Patches</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the generator of {synthetic} learned from no patch of {patches}: give the set that it learned from</source>
        <translation>der Generator von {synthetic} hat aus keinem Patch von {patches} gelernt: den Satz angeben, aus dem er gelernt hat</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{patches} lacks {missing} of the {total} patches that the generator or its filter has seen: copies of those cannot be found</source>
        <translation>in {patches} fehlen {missing} der {total} Patches, die der Generator oder sein Filter gesehen hat: Kopien von diesen lassen sich nicht finden</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} has no class '{name}', its classes are {classes}: give the set that the generator learned from</source>
        <translation>{path} hat keine Klasse '{name}', seine Klassen sind {classes}: den Satz angeben, aus dem der Generator gelernt hat</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{name} is left out: {synthetic} synthetic and {training} real training patches are too few, 5 and 10 are needed</source>
        <translation>{name} wird weggelassen: {synthetic} synthetische und {training} echte Trainings-Patches sind zu wenige, 5 und 10 sind nötig</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>no class of {synthetic} can be judged: each needs {least} synthetic patches, and twice as many real training patches in {patches}</source>
        <translation>keine Klasse von {synthetic} lässt sich beurteilen: jede braucht {least} synthetische Patches und doppelt so viele echte Trainings-Patches in {patches}</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} looks at optical images: give a model of radar patches with --model</source>
        <translation>{path} betrachtet optische Bilder: mit --model ein Modell für Radar-Patches angeben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the model {path} takes the channels {theirs}, {patches} has {ours}: give a model of such patches with --model</source>
        <translation>das Modell {path} nimmt die Kanäle {theirs}, {patches} hat {ours}: mit --model ein Modell für solche Patches angeben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the model {model} learned from {theirs}, these patches are {ours}: its features tell less</source>
        <translation>das Modell {model} hat aus {theirs} gelernt, diese Patches sind {ours}: seine Merkmale sagen weniger aus</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Copies of training patches, of all synthetic ones: {cases}.</source>
        <translation>Kopien von Trainings-Patches, von allen synthetischen: {cases}.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>More patches lie near to a training patch than the 5 % of new real ones: they repeat what was learned, or are smoother than real ones. {cases}.</source>
        <translation>Mehr Patches liegen nahe an einem Trainings-Patch als die 5 % neuer echter: sie wiederholen Gelerntes oder sind glatter als echte. {cases}.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Patches too much alike, MS-SSIM of pairs (real): {cases}.</source>
        <translation>Patches einander zu ähnlich, MS-SSIM von Paaren (echte): {cases}.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Speckle too smooth, looks (real): {cases}.</source>
        <translation>Speckle zu glatt, Looks (echte): {cases}.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Even ground too rough, looks (real): {cases}.</source>
        <translation>Ebene Flächen zu rau, Looks (echte): {cases}.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Texture too coarse, px of correlation (real): {cases}.</source>
        <translation>Textur zu grob, px der Korrelation (echte): {cases}.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Texture too fine, px of correlation (real): {cases}.</source>
        <translation>Textur zu fein, px der Korrelation (echte): {cases}.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Levels off, dB on average (among real patches): {cases}.</source>
        <translation>Pegel falsch, dB im Mittel (unter echten Patches): {cases}.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>A SAR network tells them from real ones, kernel distance (among real patches): {cases}.</source>
        <translation>Ein SAR-Netz unterscheidet sie von echten, Kernabstand (unter echten Patches): {cases}.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Levels, speckle, texture, features, diversity and nearness to training patches are within the limits.</source>
        <translation>Pegel, Speckle, Textur, Merkmale, Vielfalt und Nähe zu Trainings-Patches liegen innerhalb der Grenzen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Fewer than {least} patches could be compared of {names}: distances of features are rough.</source>
        <translation>Weniger als {least} Patches ließen sich vergleichen von {names}: Abstände der Merkmale sind grob.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>The network learned from {theirs}, these patches are {ours}: it may overlook differences.</source>
        <translation>Das Netz hat aus {theirs} gelernt, diese Patches sind {ours}: es kann Unterschiede übersehen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Not every class has enough held-out real patches (validation and test): the level to reach is that of two halves of the training patches, which lie in the same places and so nearer to each other than new patches would.</source>
        <translation>Nicht jede Klasse hat genug zurückgehaltene echte Patches (Validierung und Test): Maßstab sind dort zwei Hälften der Trainings-Patches, die an denselben Orten liegen und einander deshalb näher sind, als neue Patches es wären.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>The Frechet distance is too large for few patches, for real ones too. Compare it only with the real level beside it, which has as many patches ({patches} in all), and not with figures of other reports.</source>
        <translation>Der Fréchet-Abstand ist bei wenigen Patches zu groß, auch bei echten. Ihn nur mit dem echten Wert daneben vergleichen, der aus ebenso vielen Patches stammt ({patches} insgesamt), und nicht mit Kennzahlen anderer Berichte.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Do not use them as they are: {copies} of {patches} synthetic patches are copies, which add nothing.</source>
        <translation>Nicht so verwenden, wie sie sind: {copies} von {patches} synthetischen Patches sind Kopien, die nichts hinzufügen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Something is amiss in {amiss} of {classes} classes.</source>
        <translation>In {amiss} von {classes} Klassen stimmt etwas nicht.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Something is amiss with these patches.</source>
        <translation>Mit diesen Patches stimmt etwas nicht.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Nothing was found amiss.</source>
        <translation>Nichts Auffälliges wurde gefunden.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Whether the patches help a classifier is another question: no figure here answers it, 'echopatch gan trial' does.</source>
        <translation>Ob die Patches einem Klassifikator helfen, ist eine andere Frage: keine Kennzahl hier beantwortet sie, 'echopatch gan trial' tut es.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>What was found, and how far to believe it</source>
        <translation>Was gefunden wurde und wie weit dem zu trauen ist</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Each figure of the synthetic patches, and small below it that of real ones: for distances the other half of the training patches, then held-out patches, measured from the same half.</source>
        <translation>Jede Kennzahl der synthetischen Patches und klein darunter die echter: bei Abständen zuerst die andere Hälfte der Trainings-Patches, dann zurückgehaltene Patches, gemessen von derselben Hälfte aus.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Share of synthetic patches that lie as near to a training patch as only 5 % of new real ones do, with its 95 % interval: 5 % is what new patches would have.</source>
        <translation>Anteil synthetischer Patches, die so nahe an einem Trainings-Patch liegen wie nur 5 % neuer echter, mit seinem 95-%-Intervall: neue Patches hätten 5 %.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Real training patches on the left, synthetic ones on the right, both spread evenly over their sets. Grey runs from {window} in every patch.</source>
        <translation>Links echte Trainings-Patches, rechts synthetische, beide gleichmäßig über ihren Satz verteilt. Das Grau reicht in jedem Patch von {window}.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Share of the pixels by level. Equal curves: equal levels.</source>
        <translation>Anteil der Pixel nach Pegel. Gleiche Kurven: gleiche Pegel.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Correlation of the log image with itself, shifted. Where the curve falls more slowly than the real one, the texture is too coarse.</source>
        <translation>Korrelation des logarithmierten Bildes mit sich selbst, verschoben. Wo die Kurve langsamer fällt als die echte, ist die Textur zu grob.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>The synthetic patches that lie nearest to a training patch: synthetic on the left, on the right the training patch, mirrored where that fits better. The number is the distance as a share of what is near: below 1 a pair is nearer than nearly all new real patches are. Copies are red.</source>
        <translation>Die synthetischen Patches, die einem Trainings-Patch am nächsten liegen: links der synthetische, rechts der Trainings-Patch, gespiegelt, wo das besser passt. Die Zahl ist der Abstand als Anteil dessen, was nahe ist: unter 1 ist ein Paar näher als fast alle neuen echten Patches. Kopien sind rot.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>How many dB pixels must be moved on average to have the levels of real patches (Wasserstein distance).</source>
        <translation>Um wie viele dB die Pixel im Mittel zu verschieben sind, um die Pegel echter Patches zu haben (Wasserstein-Abstand).</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Equivalent number of looks, mean^2 / variance of power in windows of 8 x 8 px, the most frequent value: that of even ground. Higher than real: speckle was smoothed.</source>
        <translation>Äquivalente Anzahl von Looks, Mittel^2 / Varianz der Leistung in Fenstern von 8 x 8 px, der häufigste Wert: der von ebenem Boden. Höher als echt: der Speckle wurde geglättet.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Shift in pixels along rows and columns at which the correlation of the log image has fallen to 1/e; and the mean difference of the correlations over all shifts up to a quarter of the patch.</source>
        <translation>Verschiebung in Pixeln entlang Zeilen und Spalten, bei der die Korrelation des logarithmierten Bildes auf 1/e gefallen ist; und der mittlere Unterschied der Korrelationen über alle Verschiebungen bis zu einem Viertel des Patches.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Distances of what a SAR-trained network sees: kernel distance (KID, no bias by the number of patches) and Frechet distance (FID).</source>
        <translation>Abstände dessen, was ein mit SAR-Bildern trainiertes Netz sieht: Kernabstand (KID, nicht durch die Zahl der Patches verzerrt) und Fréchet-Abstand (FID).</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Mean structural similarity (MS-SSIM) of pairs of patches: 1 where all are the same.</source>
        <translation>Mittlere strukturelle Ähnlichkeit (MS-SSIM) von Paaren von Patches: 1, wo alle gleich sind.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Distance to the nearest training patch or its mirror images, in features and in brightness without speckle, against the same distance of real patches that are new. A copy lies within half of that in brightness.</source>
        <translation>Abstand zum nächsten Trainings-Patch oder seinen Spiegelbildern, in Merkmalen und in der Helligkeit ohne Speckle, gegen denselben Abstand neuer echter Patches. Eine Kopie liegt in der Helligkeit innerhalb der Hälfte davon.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Running the trial</source>
        <translation>Versuch läuft</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>a trial compares 'none' with at least one other arm, got {arms}: change --arms</source>
        <translation>ein Versuch vergleicht 'none' mit mindestens einem weiteren Arm, angegeben ist {arms}: --arms ändern</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>a trial needs a training size: give --sizes or --whole</source>
        <translation>ein Versuch braucht eine Trainingsgröße: --sizes oder --whole angeben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>a trial needs patches of a known class: leave --conditional on, or name one class with --classes and add --no-learn-all</source>
        <translation>ein Versuch braucht Patches bekannter Klasse: --conditional anlassen, oder mit --classes eine Klasse nennen und --no-learn-all hinzufügen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} exists and is no report of 'gan trial', so it is not replaced: choose another output</source>
        <translation>{path} gibt es bereits und ist kein Bericht von 'gan trial', wird also nicht ersetzt: eine andere Ausgabe wählen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>going on with {done} of {total} runs done, from {folder}</source>
        <translation>weiter mit {done} von {total} fertigen Läufen, aus {folder}</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{name} has {patches} training patch(es) in {path}, a trial needs at least {least}: label more, or choose other --classes</source>
        <translation>{name} hat {patches} Trainings-Patch(es) in {path}, ein Versuch braucht mindestens {least}: mehr labeln oder andere --classes wählen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{name} has only {patches} training patches: where more are asked for, the trial takes these</source>
        <translation>{name} hat nur {patches} Trainings-Patches: wo mehr verlangt sind, nimmt der Versuch diese</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>no class has more than {most} training patches: {sizes} per class become all patches</source>
        <translation>keine Klasse hat mehr als {most} Trainings-Patches: {sizes} je Klasse werden zu allen Patches</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} has no test patches, on which a trial measures: make a patch set with a --test-share above 0</source>
        <translation>{path} hat keine Test-Patches, an denen ein Versuch misst: Erstellen Sie einen Patchsatz mit einem --test-share über 0</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>no test patches of {names}: the trial can say nothing of them</source>
        <translation>keine Test-Patches von {names}: der Versuch kann nichts über sie sagen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Timing the trial</source>
        <translation>Zeitbedarf des Versuchs wird gemessen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>No arm of this trial learned from synthetic patches beside its counterpart without them.</source>
        <translation>Kein Arm dieses Versuchs hat neben seinem Gegenstück ohne sie aus synthetischen Patches gelernt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>In at least one arm synthetic patches help {helped}, and harm {harmed}.</source>
        <translation>In mindestens einem Arm helfen synthetische Patches {helped} und schaden {harmed}.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>In at least one arm synthetic patches help {helped}. Nowhere do they surely harm.</source>
        <translation>In mindestens einem Arm helfen synthetische Patches {helped}. Nirgends schaden sie sicher.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>In at least one arm synthetic patches harm {harmed}. Nowhere do they surely help.</source>
        <translation>In mindestens einem Arm schaden synthetische Patches {harmed}. Nirgends helfen sie sicher.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>No effect was found on any class: all intervals lie within {margin} points of recall.</source>
        <translation>Auf keine Klasse wurde eine Wirkung gefunden: alle Intervalle liegen innerhalb von {margin} Punkten der Trefferquote.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>There is no evidence that synthetic patches help or harm any class, in {repetitions} repetitions.</source>
        <translation>Es gibt keinen Beleg, dass synthetische Patches irgendeiner Klasse helfen oder schaden, in {repetitions} Wiederholungen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{given} verdicts: {helps} helps, {harms} harms, {no_effect} no effect, {not_enough_evidence} not enough evidence. Taken one by one, {apart} differences stand out at 5 %, where chance alone would give about {chance}; the verdicts are adjusted for being many.</source>
        <translation>{given} Urteile: {helps} hilft, {harms} schadet, {no_effect} keine Wirkung, {not_enough_evidence} nicht genug Belege. Einzeln genommen ragen {apart} Unterschiede auf dem 5-%-Niveau heraus, wo der Zufall allein etwa {chance} ergäbe; die Urteile berücksichtigen, dass sie viele sind.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>In each repetition all arms learned from the same real patches, with the same number of steps. The generator saw these patches alone, and all were tested on real patches that no run of the trial had learned from.</source>
        <translation>In jeder Wiederholung haben alle Arme aus denselben echten Patches gelernt, mit gleich vielen Schritten. Der Generator sah nur diese Patches, und alle wurden an echten Patches getestet, aus denen kein Lauf des Versuchs gelernt hatte.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>All classifiers began with {start}. If it had seen these patches before, all recalls are too high and the numbers of patches mean little: try a start that has not.</source>
        <translation>Alle Klassifikatoren begannen mit {start}. Hatte es diese Patches schon gesehen, sind alle Trefferquoten zu hoch, und die Zahlen der Patches besagen wenig: einen Ausgangspunkt ohne diese Patches versuchen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Only {repetitions} repetitions: the intervals are wide, and themselves uncertain. Use at least {enough}.</source>
        <translation>Nur {repetitions} Wiederholungen: die Intervalle sind weit und selbst unsicher. Mindestens {enough} verwenden.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>The test patches of {names} lie in fewer than {least} groups: their verdicts hold for these places, others may differ more.</source>
        <translation>Die Test-Patches von {names} liegen in weniger als {least} Gruppen: ihre Urteile gelten für diese Orte, andere können stärker abweichen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{given} verdicts in {families} families: the test is adjusted within each (Holm), so that about {chance} families would hold a false helps or harms if there were no true one.</source>
        <translation>{given} Urteile in {families} Familien: der Test ist innerhalb jeder angepasst (Holm), sodass etwa {chance} Familien ein falsches „hilft“ oder „schadet“ enthielten, wenn es kein wahres gäbe.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{arm}, {size}: the filter kept {kept} of {wanted} patches, so that this arm learned from few synthetic ones. Lower --min-probability, raise --distance-share, or train the generator for longer.</source>
        <translation>{arm}, {size}: der Filter hat {kept} von {wanted} Patches behalten, dieser Arm hat also aus wenigen synthetischen gelernt. --min-probability senken, --distance-share erhöhen oder den Generator länger trainieren.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Where every class has as many patches, oversampling draws what none draws, and its figures are those of none: {sizes}.</source>
        <translation>Wo jede Klasse gleich viele Patches hat, zieht die Überabtastung dasselbe wie none, und ihre Kennzahlen sind die von none: {sizes}.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{collapsed} of {total} generators made patches that are much alike: read about their settings before you give up.</source>
        <translation>{collapsed} von {total} Generatoren haben einander sehr ähnliche Patches erzeugt: vor dem Aufgeben über ihre Einstellungen nachlesen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Points of recall, mean and 95 % interval over {repetitions} repetitions. Helps or harms: surely above or below zero, adjusted for the number of classes, and over places too. No effect: surely within {margin} points of zero. Each column compares arms that differ by the synthetic patches alone.</source>
        <translation>Punkte der Trefferquote, Mittel und 95-%-Intervall über {repetitions} Wiederholungen. Hilft oder schadet: sicher über oder unter null, angepasst an die Zahl der Klassen, und auch über Orte. Keine Wirkung: sicher innerhalb von {margin} Punkten um null. Jede Spalte vergleicht Arme, die sich nur durch die synthetischen Patches unterscheiden.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Gain of recall by synthetic patches alone, in points. Line: 95 % interval over repetitions; ticks: over places; grey: the margin within which nothing counts.</source>
        <translation>Gewinn an Trefferquote durch synthetische Patches allein, in Punkten. Linie: 95-%-Intervall über Wiederholungen; Striche: über Orte; grau: die Schwelle, innerhalb derer nichts zählt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Mean recall on the test patches over the number of real training patches per class.</source>
        <translation>Mittlere Trefferquote auf den Test-Patches über der Zahl echter Trainings-Patches je Klasse.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Recall on the test patches. Small: 95 % interval over the repetitions, in percent.</source>
        <translation>Trefferquote auf den Test-Patches. Klein: 95-%-Intervall über die Wiederholungen, in Prozent.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Synthetic patches cost a training of their own. Classic augmentation and oversampling cost nothing: what does not beat them is not worth the wait. Read as above.</source>
        <translation>Synthetische Patches kosten ein eigenes Training. Klassische Augmentierung und Überabtastung kosten nichts: was sie nicht übertrifft, lohnt das Warten nicht. Zu lesen wie oben.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>What these arms bring over learning from the real patches as they are. Read as above.</source>
        <translation>Was diese Arme gegenüber dem Lernen aus den echten Patches allein bringen. Zu lesen wie oben.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>A classifier that learns from unfiltered synthetic patches in place of the real ones, and is tested on real ones. What it misses, the synthetic patches do not show. Beside it the arm none, with real patches.</source>
        <translation>Ein Klassifikator, der aus ungefilterten synthetischen Patches anstelle der echten lernt und an echten getestet wird. Was ihm entgeht, zeigen die synthetischen Patches nicht. Daneben der Arm none, mit echten Patches.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Synthetic patches of {arm} in the last repetition, {size}.</source>
        <translation>Synthetische Patches von {arm} in der letzten Wiederholung, {size}.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Summed over {repetitions} repetitions.</source>
        <translation>Summiert über {repetitions} Wiederholungen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Every classifier of a row took the same number of steps from the same start, whatever its arm added.</source>
        <translation>Jeder Klassifikator einer Zeile machte gleich viele Schritte vom selben Ausgangspunkt aus, was immer sein Arm hinzufügte.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>It can say what synthetic patches of these settings did to this classifier, with these numbers of real patches, drawn from this set, on these test patches.</source>
        <translation>Er kann sagen, was synthetische Patches dieser Einstellungen bei diesem Klassifikator bewirkt haben, mit diesen Zahlen echter Patches, gezogen aus diesem Satz, auf diesen Test-Patches.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>It cannot say what a longer trained generator, other settings, another network or other scenes would give, and no verdict of not enough evidence means that there is no effect: more repetitions or more test patches may show one.</source>
        <translation>Er kann nicht sagen, was ein länger trainierter Generator, andere Einstellungen, ein anderes Netz oder andere Szenen ergäben, und kein Urteil „nicht genug Belege“ bedeutet, dass es keine Wirkung gibt: mehr Wiederholungen oder mehr Test-Patches können eine zeigen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the model {model} and the patch set {patches} differ in {name}: {theirs} against {ours}; use patches made for it</source>
        <translation>das Modell {model} und der Patchsatz {patches} unterscheiden sich in {name}: {theirs} gegen {ours}; dafür angelegte Patches verwenden</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} exists and is no report of 'evaluate', so it is not replaced: choose another output</source>
        <translation>{path} gibt es bereits und ist kein Bericht von 'evaluate', wird also nicht ersetzt: eine andere Ausgabe wählen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} has no {split} patches: choose another --split</source>
        <translation>{path} hat keine Patches im Teil {split}: einen anderen Wert für --split wählen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{count} {split} patch(es) of {path} are synthetic, and a model is judged by real ones alone: give a patch set of real patches</source>
        <translation>synthetische {split}-Patches in {path}: {count}; ein Modell wird aber nur an echten gemessen: einen Patchsatz echter Patches angeben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Judging</source>
        <translation>Bewerten</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>It finds {percent} % of each class on average.</source>
        <translation>Es findet im Mittel {percent} % jeder Klasse.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>In other places of this kind: {low} to {high} % (95 % interval).</source>
        <translation>An anderen Orten dieser Art: {low} bis {high} % (95-%-Intervall).</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>In other places of this kind: roughly {low} to {high} % (95 % interval, but from only {groups} places).</source>
        <translation>An anderen Orten dieser Art: ungefähr {low} bis {high} % (95-%-Intervall, aber von nur {groups} Orten).</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Best at {best} ({best_percent} % found), weakest at {worst} ({worst_percent} % found).</source>
        <translation>Am besten bei {best} ({best_percent} % gefunden), am schwächsten bei {worst} ({worst_percent} % gefunden).</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Most frequent error: {count} of {total} patches of {truth} were taken for {answer}.</source>
        <translation>Häufigster Fehler: {count} von {total} Patches der Klasse {truth} wurden für {answer} gehalten.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>No patch was taken for another class.</source>
        <translation>Kein Patch wurde für eine andere Klasse gehalten.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Can this be believed? Not as it stands</source>
        <translation>Kann man das glauben? So nicht</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Can this be believed? With care</source>
        <translation>Kann man das glauben? Mit Vorsicht</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Can this be believed? Nothing was found that speaks against it</source>
        <translation>Kann man das glauben? Es wurde nichts gefunden, was dagegen spricht</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>The model was trained on these very patches: the figures tell what it remembers, not what it will do elsewhere.</source>
        <translation>Das Modell wurde mit genau diesen Patches trainiert: die Kennzahlen sagen, woran es sich erinnert, nicht, was es anderswo leisten wird.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>These patches chose the model's best epoch and its temperature, so the figures flatter it. Judge it on test patches.</source>
        <translation>Nach diesen Patches wurden die beste Epoche und die Temperatur des Modells gewählt, die Kennzahlen schmeicheln ihm also. Es auf Test-Patches bewerten.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>The model's card names this patch set, and its test patches took no part in the training.</source>
        <translation>Die Modellkarte nennt diesen Patchsatz, und seine Test-Patches waren am Training nicht beteiligt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>The model's card does not say what it was trained on: whether it has seen these patches cannot be checked.</source>
        <translation>Die Modellkarte sagt nicht, womit das Modell trainiert wurde: ob es diese Patches gesehen hat, lässt sich nicht prüfen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>The model was trained on another patch set. Whether that one shows the same ground was not checked: name it with --trained-on.</source>
        <translation>Das Modell wurde mit einem anderen Patchsatz trainiert. Ob dieser denselben Boden zeigt, wurde nicht geprüft: ihn mit --trained-on nennen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{name} is not the patch set that the model's card names, or has changed since: what was checked holds for {name} only.</source>
        <translation>{name} ist nicht der Patchsatz, den die Modellkarte nennt, oder hat sich seither geändert: was geprüft wurde, gilt nur für {name}.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{count} of the {patches} patches show ground that the model was trained on (patch set {name}): the figures flatter it.</source>
        <translation>{count} der {patches} Patches zeigen Boden, mit dem das Modell trainiert wurde (Patchsatz {name}): die Kennzahlen schmeicheln ihm.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{count} of the {patches} patches show ground that chose the model's best epoch (validation patches of {name}).</source>
        <translation>{count} der {patches} Patches zeigen Boden, nach dem die beste Epoche des Modells gewählt wurde (Validierungs-Patches von {name}).</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>No patch shows ground of {name}, which the model was trained on.</source>
        <translation>Kein Patch zeigt Boden von {name}, womit das Modell trainiert wurde.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>No patch equals one of {name}, which the model was trained on; where the patches lie is unknown, so overlaps are too.</source>
        <translation>Kein Patch gleicht einem von {name}, womit das Modell trainiert wurde; wo die Patches liegen, ist unbekannt, Überlappungen also auch.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>By Cohen's kappa ({kappa}) the answers cannot be told from guessing.</source>
        <translation>Nach Cohens Kappa ({kappa}) sind die Antworten von Raten nicht zu unterscheiden.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{count} of the {patches} patches were made by a generator: they say nothing about real scenes.</source>
        <translation>{count} der {patches} Patches hat ein Generator erzeugt: sie sagen nichts über echte Szenen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>All patches come from one place, so no interval can be given: another place may give quite different figures.</source>
        <translation>Alle Patches stammen von einem Ort, ein Intervall lässt sich also nicht angeben: ein anderer Ort kann ganz andere Kennzahlen ergeben.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>The patches come from only {groups} places: intervals over so few are rough.</source>
        <translation>Die Patches stammen von nur {groups} Orten: Intervalle über so wenige sind grob.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>The patches come from {groups} separate places, and the intervals respect that.</source>
        <translation>Die Patches stammen von {groups} getrennten Orten, und die Intervalle berücksichtigen das.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Every patch counts as a place of its own. If some show the same ground, the intervals are too narrow.</source>
        <translation>Jeder Patch zählt als eigener Ort. Zeigen einige denselben Boden, so sind die Intervalle zu eng.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>No patch is of {names}: nothing is known about how the model does there.</source>
        <translation>Kein Patch gehört zu {names}: wie gut das Modell dort ist, ist unbekannt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Few places (fewer than {least}) hold {names}: their intervals are not reliable (marked ~).</source>
        <translation>Wenige Orte (weniger als {least}) enthalten {names}: ihre Intervalle sind nicht verlässlich (mit ~ gekennzeichnet).</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>The model never answered {names}.</source>
        <translation>Das Modell hat nie {names} geantwortet.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>All patches come from one scene: how the model does on another one is unknown.</source>
        <translation>Alle Patches stammen aus einer Szene: wie gut das Modell auf einer anderen ist, ist unbekannt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>The patches come from {scenes} scenes: the intervals speak of other places in such scenes, not of scenes of another kind.</source>
        <translation>Die Patches stammen aus {scenes} Szenen: die Intervalle gelten für andere Orte in solchen Szenen, nicht für Szenen anderer Art.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Scenes differ much: mean recall from {low} % ({worst}) to {high} % ({best}). Expect the same of the next scene.</source>
        <translation>Die Szenen unterscheiden sich stark: mittlere Trefferquote von {low} % ({worst}) bis {high} % ({best}). Dasselbe ist von der nächsten Szene zu erwarten.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>The confidence was never calibrated (no validation patches in training): do not read it as a probability.</source>
        <translation>Die Konfidenz wurde nie kalibriert (keine Validierungs-Patches im Training): sie nicht als Wahrscheinlichkeit lesen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>The model is too sure of itself: confidence {confidence} % on average, but {accuracy} % of the answers are right.</source>
        <translation>Das Modell ist sich zu sicher: Konfidenz im Mittel {confidence} %, aber {accuracy} % der Antworten stimmen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>The model is too modest: confidence {confidence} % on average, and {accuracy} % of the answers are right.</source>
        <translation>Das Modell ist zu bescheiden: Konfidenz im Mittel {confidence} %, und {accuracy} % der Antworten stimmen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Confidence can be read as a probability: it is off by {ece} points on average.</source>
        <translation>Die Konfidenz lässt sich als Wahrscheinlichkeit lesen: sie weicht im Mittel um {ece} Punkte ab.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Accuracy ({accuracy} %) and mean recall ({recall} %) lie apart: common classes weigh more in the accuracy.</source>
        <translation>Genauigkeit ({accuracy} %) und mittlere Trefferquote ({recall} %) liegen auseinander: häufige Klassen wiegen in der Genauigkeit mehr.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>The model's card says that it did worse than the model it was trained from.</source>
        <translation>Die Modellkarte sagt, dass das Modell schlechter war als das, von dem sein Training ausging.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>The confidence lies {after} points from the share of right answers on average (before the temperature of {temperature}: {before}). Chance alone would give {chance} with so many patches.</source>
        <translation>Die Konfidenz liegt im Mittel {after} Punkte neben dem Anteil richtiger Antworten (vor der Temperatur von {temperature}: {before}). Zufall allein ergäbe bei so vielen Patches {chance}.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Below each figure its 95 % interval; ~ where too few places stand behind it. No interval: all places agree, or there is only one.</source>
        <translation>Unter jeder Kennzahl steht ihr 95-%-Intervall; ~, wo zu wenige Orte dahinterstehen. Kein Intervall: alle Orte stimmen überein, oder es gibt nur einen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Rows are the truth, columns the model's answers: number of patches, and their share of the row. A perfect model fills the diagonal.</source>
        <translation>Zeilen sind die Wahrheit, Spalten die Antworten des Modells: Zahl der Patches und ihr Anteil an der Zeile. Ein vollkommenes Modell füllt die Diagonale.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>On the dashed line confidence is what it says. Larger dots hold more patches; the bars below count them.</source>
        <translation>Auf der gestrichelten Linie ist die Konfidenz das, was sie besagt. Größere Punkte enthalten mehr Patches; die Balken darunter zählen sie.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>What remains good when the unsure answers are dropped: choose the least confidence that is good enough for you.</source>
        <translation>Was gut bleibt, wenn die unsicheren Antworten entfallen: die Mindestkonfidenz wählen, die gut genug ist.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Answers below the least confidence are dropped, as classify does with --min-confidence.</source>
        <translation>Antworten unter der Mindestkonfidenz entfallen, wie classify es mit --min-confidence tut.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>The errors the model was surest of, worst first, at most {most} of a kind. Look at the labels too: some such errors are wrong labels. The number finds the patch in the set's index.gpkg. Grey runs from {window} in every patch.</source>
        <translation>Die Fehler, bei denen sich das Modell am sichersten war, die schlimmsten zuerst, höchstens {most} jeder Art. Auch auf die Labels achten: einige solche Fehler sind falsche Labels. Die Nummer findet den Patch in index.gpkg des Satzes. Grau reicht in jedem Patch von {window}.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Right answers from sure to unsure, then the surest wrong ones. What is red was taken for something else. Grey runs from {window} in every patch, as the model sees it.</source>
        <translation>Richtige Antworten von sicher bis unsicher, dann die sichersten falschen. Was rot ist, wurde für etwas anderes gehalten. Grau reicht in jedem Patch von {window}, wie das Modell es sieht.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>The worst errors, {window}</source>
        <translation>Die schlimmsten Fehler, {window}</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Right and wrong answers of each class, {window}</source>
        <translation>Richtige und falsche Antworten jeder Klasse, {window}</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Share of the patches of a class that the model finds; its mean counts every class alike, however rare.</source>
        <translation>Anteil der Patches einer Klasse, die das Modell findet; im Mittel zählt jede Klasse gleich viel, wie selten sie auch ist.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Share of right ones among the model's answers of a class. F1 is the harmonic mean of recall and precision.</source>
        <translation>Anteil der richtigen unter den Antworten des Modells für eine Klasse. F1 ist das harmonische Mittel aus Trefferquote und Präzision.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Agreement beyond chance: 0 for guessing, 1 for a perfect model (Cohen 1960).</source>
        <translation>Übereinstimmung über den Zufall hinaus: 0 für Raten, 1 für ein vollkommenes Modell (Cohen 1960).</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>In 95 of 100 other draws of places like these the figure would lie within. Places are drawn, not patches, because patches of one place resemble each other (bootstrap over groups, Student's t).</source>
        <translation>Bei 95 von 100 anderen Ziehungen solcher Orte läge die Kennzahl darin. Gezogen werden Orte, nicht Patches, weil Patches desselben Ortes sich ähneln (Bootstrap über Gruppen, Student-t).</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Mean gap between confidence and share of right answers, over 15 bins of confidence (Guo et al. 2017).</source>
        <translation>Mittlerer Abstand zwischen Konfidenz und Anteil richtiger Antworten, über 15 Stufen der Konfidenz (Guo et al. 2017).</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>The calibration error that a perfectly calibrated model would show with so many patches.</source>
        <translation>Der Kalibrierfehler, den ein vollkommen kalibriertes Modell bei so vielen Patches zeigen würde.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>--model names {models} model(s): name at least two, the first is what the others are compared with</source>
        <translation>--model nennt {models} Modell(e): mindestens zwei nennen, mit dem ersten werden die anderen verglichen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{better} is better than {other}: its mean recall is higher by {difference} percentage points (interval {low} to {high}), on {patches} patches in {groups} groups.</source>
        <translation>{better} ist besser als {other}: seine mittlere Trefferquote ist um {difference} Prozentpunkte höher (Intervall {low} bis {high}), auf {patches} Patches in {groups} Gruppen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>There is no evidence of a difference between {first} and {second}: by these {patches} patches in {groups} groups, the mean recall of {second} may be higher or lower (interval {low} to {high} percentage points).</source>
        <translation>Ein Unterschied zwischen {first} und {second} ist nicht belegt: nach diesen {patches} Patches in {groups} Gruppen kann die mittlere Trefferquote von {second} höher oder niedriger sein (Intervall {low} bis {high} Prozentpunkte).</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Differences with their intervals, in shares of 1. Blue: the interval leaves out zero, the difference is sure.</source>
        <translation>Unterschiede mit ihren Intervallen, als Anteile von 1. Blau: das Intervall schließt die Null aus, der Unterschied ist sicher.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>All models answered the same {patches} patches, and the intervals were found by drawing whole groups of patches ({groups} of them): patches of one place do not count twice.</source>
        <translation>Alle Modelle haben dieselben {patches} Patches beantwortet, und für die Intervalle wurden ganze Gruppen von Patches gezogen ({groups} Gruppen): Patches desselben Ortes zählen nicht doppelt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{models} models are compared with the first, so each interval is wider: one sure difference by chance alone stays unlikely.</source>
        <translation>{models} Modelle werden mit dem ersten verglichen, jedes Intervall ist deshalb weiter: ein sicherer Unterschied allein durch Zufall bleibt unwahrscheinlich.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>These are training patches: what a model has learned by heart counts for it. Compare on the test split.</source>
        <translation>Das sind Trainings-Patches: was ein Modell auswendig gelernt hat, zählt zu seinen Gunsten. Auf dem Testteil vergleichen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>These are validation patches: a model whose best epoch was chosen on them has an advantage. Compare on the test split.</source>
        <translation>Das sind Validierungs-Patches: ein Modell, dessen beste Epoche nach ihnen gewählt wurde, ist im Vorteil. Auf dem Testteil vergleichen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>if all patches were independent; where groups have several patches, trust the intervals instead</source>
        <translation>falls alle Patches unabhängig wären; wo Gruppen mehrere Patches haben, stattdessen den Intervallen trauen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>The patches lie in only {groups} groups, and patches of one group tell much the same: intervals from fewer than {least} groups are too narrow.</source>
        <translation>Die Patches liegen in nur {groups} Gruppen, und Patches einer Gruppe besagen fast dasselbe: Intervalle aus weniger als {least} Gruppen sind zu eng.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} exists and is no report of 'compare', so it is not replaced: choose another output</source>
        <translation>{path} gibt es bereits und ist kein Bericht von 'compare', wird also nicht ersetzt: eine andere Ausgabe wählen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Training for the curve</source>
        <translation>Für die Kurve trainieren</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>--folds 1 leaves nothing to train on: use 0 for the test split of the set, or at least 2</source>
        <translation>--folds 1 lässt nichts zum Trainieren übrig: 0 für den Testteil des Satzes oder mindestens 2 verwenden</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>no curve is asked for: name start weights with --start or --head-only</source>
        <translation>keine Kurve ist verlangt: Startgewichte mit --start oder --head-only nennen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>a curve needs at least two sizes: name more with --sizes, or add --whole</source>
        <translation>eine Kurve braucht mindestens zwei Größen: mehr mit --sizes nennen oder --whole hinzufügen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>no class has so many training patches (at most {most}), so these sizes are left out: {sizes}</source>
        <translation>keine Klasse hat so viele Trainings-Patches (höchstens {most}), diese Größen entfallen also: {sizes}</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the classes of {path} have at most {most} training patches, fewer than two sizes: choose smaller --sizes</source>
        <translation>die Klassen von {path} haben höchstens {most} Trainings-Patches, das reicht nicht für zwei Größen: kleinere --sizes wählen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} exists and is no report of 'curve', so it is not replaced: choose another output</source>
        <translation>{path} gibt es bereits und ist kein Bericht von 'curve', wird also nicht ersetzt: eine andere Ausgabe wählen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>More labels still help: {name}, each doubling between {from_size} and {to_size} brought {value} points of mean recall (95 % interval {low} to {high}).</source>
        <translation>Mehr Labels helfen noch: {name}, jede Verdopplung zwischen {from_size} und {to_size} brachte {value} Punkte mittlerer Trefferquote (95-%-Intervall {low} bis {high}).</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>It is not sure that more labels still help: {name}, each doubling between {from_size} and {to_size} brought {value} points of mean recall (95 % interval {low} to {high}).</source>
        <translation>Es ist nicht sicher, dass mehr Labels noch helfen: {name}, jede Verdopplung zwischen {from_size} und {to_size} brachte {value} Punkte mittlerer Trefferquote (95-%-Intervall {low} bis {high}).</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>The best end of the curves: {percent} % mean recall with {size}, {name}.</source>
        <translation>Das beste Ende der Kurven: {percent} % mittlere Trefferquote mit {size}, {name}.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Mean recall over the number of training patches. Dots: single runs; bands: 95 % intervals over {seeds} repetitions.</source>
        <translation>Mittlere Trefferquote über der Zahl der Trainings-Patches. Punkte: einzelne Läufe; Bänder: 95-%-Intervalle über {seeds} Wiederholungen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>From measured points alone; what lies beyond the last point is not known, and nothing is extrapolated.</source>
        <translation>Allein aus gemessenen Punkten; was hinter dem letzten liegt, ist nicht bekannt, und nichts wird hochgerechnet.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Mean recall. Small: 95 % interval over the repetitions, which with all patches differ by chance in training alone.</source>
        <translation>Mittlere Trefferquote. Klein: 95-%-Intervall über die Wiederholungen, die sich bei allen Patches nur durch den Zufall im Training unterscheiden.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Each run saw its own labels and nothing else: no validation patches chose its epoch, and no test patch was learned from. Larger subsets hold the smaller ones.</source>
        <translation>Jeder Lauf sah seine eigenen Labels und sonst nichts: keine Validierungs-Patches wählten seine Epoche, und aus keinem Test-Patch wurde gelernt. Größere Teilmengen enthalten die kleineren.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Only {seeds} repetitions: the intervals are wide, and themselves uncertain. Use at least 5.</source>
        <translation>Nur {seeds} Wiederholungen: die Intervalle sind weit und selbst unsicher. Mindestens 5 verwenden.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>All runs were tested on the same {patches} patches: the intervals tell what other labels would have given, not other test patches.</source>
        <translation>Alle Läufe wurden auf denselben {patches} Patches getestet: die Intervalle sagen, was andere Labels ergeben hätten, nicht andere Test-Patches.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Groups of patches took turns in {folds} folds, so that {patches} patches were tested on, none by a run that knew its group.</source>
        <translation>Gruppen von Patches wechselten sich in {folds} Durchgängen ab, sodass auf {patches} Patches getestet wurde, auf keinem von einem Lauf, der seine Gruppe kannte.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>--extent must be xmin ymin xmax ymax with xmin &lt; xmax and ymin &lt; ymax, got {extent}</source>
        <translation>--extent muss xmin ymin xmax ymax mit xmin &lt; xmax und ymin &lt; ymax sein, angegeben ist {extent}</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>--extent {extent} holds no cell of the scene, which spans {bounds}: check it, and its coordinate system</source>
        <translation>--extent {extent} enthält keine Zelle der Szene, die {bounds} umfasst: Werte und Koordinatensystem prüfen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>no cell of the scene lies in the polygons of {area}; the scene spans {bounds}</source>
        <translation>keine Zelle der Szene liegt in den Polygonen von {area}; die Szene umfasst {bounds}</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the area {area} cannot be read as a vector file ({reason}): check the path</source>
        <translation>das Gebiet {area} lässt sich nicht als Vektordatei lesen ({reason}): den Pfad prüfen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the area {area} holds no polygons: give a vector file with polygons</source>
        <translation>das Gebiet {area} enthält keine Polygone: eine Vektordatei mit Polygonen angeben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the area {area} cannot be laid over the scene: {without} has no coordinate system</source>
        <translation>das Gebiet {area} lässt sich nicht über die Szene legen: {without} hat kein Koordinatensystem</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>dense mode answers every {step_px} px, so --stride-px must be a multiple of {step_px}, got {stride_px}: change it, or use --mode patch</source>
        <translation>der Modus dense antwortet alle {step_px} px, --stride-px muss also ein Vielfaches von {step_px} sein, angegeben ist {stride_px}: ändern oder --mode patch verwenden</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>dense mode needs patches of a multiple of {step_px} px, the model's have {patch_px}: use --mode patch</source>
        <translation>der Modus dense braucht Patches mit einem Vielfachen von {step_px} px, die des Modells haben {patch_px}: --mode patch verwenden</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>no cell of {scene} has enough data for an answer (at least {min_valid} of its patch): lower --min-valid, or check the scene</source>
        <translation>keine Zelle von {scene} hat genug Daten für eine Antwort (mindestens {min_valid} ihres Patches): --min-valid verringern oder die Szene prüfen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{partial} was begun by another version of Echopatch (format {theirs}, this one continues {ours}): finish it there, or remove it</source>
        <translation>{partial} wurde von einer anderen Version von Echopatch begonnen (Format {theirs}, diese setzt {ours} fort): dort fertigstellen oder entfernen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>without a coordinate system, areas follow from the size of pixels: {row_m} x {column_m} m</source>
        <translation>ohne Koordinatensystem folgen Flächen aus der Größe der Pixel: {row_m} x {column_m} m</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>out of memory on {device}: going on with {cells} cells at once</source>
        <translation>der Speicher auf {device} reicht nicht: weiter mit {cells} Zellen auf einmal</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the scene's incidence angle of {scene} deg lies beyond the {model} deg that the model was trained on: trust the result less</source>
        <translation>der Einfallswinkel der Szene von {scene} Grad liegt außerhalb der {model} Grad, mit denen das Modell trainiert wurde: dem Ergebnis weniger trauen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the scene has {scene} looks, the model was trained on {model}: trust the result less</source>
        <translation>die Szene hat {scene} Looks, das Modell wurde mit {model} trainiert: dem Ergebnis weniger trauen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the scene's pixels of {scene_m} m are coarser than the model's {model_m} m: fine texture is missing, trust the result less</source>
        <translation>die Pixel der Szene von {scene_m} m sind gröber als die {model_m} m des Modells: feine Textur fehlt, dem Ergebnis weniger trauen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the scene's band is {scene}, the model was trained on {model}: trust the result less</source>
        <translation>das Band der Szene ist {scene}, das Modell wurde mit {model} trainiert: dem Ergebnis weniger trauen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the scene's brightness lies {distance_db} dB from that of the training data (up to {most_db} dB is usual): check calibration and quantity, and trust the result less</source>
        <translation>die Helligkeit der Szene liegt {distance_db} dB von der der Trainingsdaten entfernt (bis {most_db} dB sind üblich): Kalibrierung und Messgröße prüfen und dem Ergebnis weniger trauen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>cells of {stride_px} px hardly share what their patches of {patch_px} px see: smoothing over them blurs the map more than it helps</source>
        <translation>Zellen von {stride_px} px haben kaum etwas gemeinsam mit dem, was ihre Patches von {patch_px} px sehen: sie zu glätten verwischt die Karte mehr, als es hilft</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{model} does not hold what {setting} needs: it was trained with fewer than {patches} validation patches, or by an older Echopatch; train it again, or say {setting} no</source>
        <translation>{model} enthält nicht, was {setting} braucht: es wurde mit weniger als {patches} Validierungs-Patches oder von einem älteren Echopatch trainiert; neu trainieren oder {setting} no angeben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{model} and {other} cannot answer together, they differ in {name}: {ours} against {theirs}</source>
        <translation>{model} und {other} können nicht gemeinsam antworten, sie unterscheiden sich in {name}: {ours} gegen {theirs}</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{model} is named twice: name each model of an ensemble once</source>
        <translation>{model} ist zweimal genannt: jedes der gemeinsam antwortenden Modelle einmal nennen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>a feature grid holds one look of one model at each cell: leave out {name}, or give the scene</source>
        <translation>ein Merkmalsgitter enthält einen Blick eines Modells auf jede Zelle: {name} weglassen oder die Szene angeben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the model {name} was not trained with {wanted}: leave out --test-time {wanted}, or use another model</source>
        <translation>das Modell {name} wurde nicht mit {wanted} trainiert: --test-time {wanted} weglassen oder ein anderes Modell verwenden</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Learning what is known</source>
        <translation>Lernen, was bekannt ist</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Opening scene and model</source>
        <translation>Szene und Modell werden geöffnet</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Classifying</source>
        <translation>Klassifizieren</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Writing the result</source>
        <translation>Ergebnis schreiben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>give either --scene or --features</source>
        <translation>entweder --scene oder --features angeben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the feature grid {path} does not exist: check the path</source>
        <translation>das Merkmalsgitter {path} gibt es nicht: den Pfad prüfen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} is not a whole feature grid: {part} is missing; make it again with 'echopatch embed'</source>
        <translation>{path} ist kein vollständiges Merkmalsgitter: {part} fehlt; mit 'echopatch embed' neu anlegen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} was written by a newer Echopatch (feature grid version {theirs}, this one reads up to {ours}): update Echopatch</source>
        <translation>{path} wurde von einem neueren Echopatch geschrieben (Merkmalsgitter-Version {theirs}, dieses liest bis {ours}): Echopatch aktualisieren</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{part} in {path} cannot be used: {reason}; make the feature grid again with 'echopatch embed'</source>
        <translation>{part} in {path} ist nicht verwendbar: {reason}; das Merkmalsgitter mit 'echopatch embed' neu anlegen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} exists and is not a feature grid, so it is not replaced: choose another output</source>
        <translation>{path} gibt es bereits und ist kein Merkmalsgitter, wird also nicht ersetzt: eine andere Ausgabe wählen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{features} was made by the body of '{made_by}', the model {model} has another one: use a model with a head learned from this grid, or make a feature grid with that model</source>
        <translation>{features} wurde vom Rumpf von '{made_by}' angelegt, das Modell {model} hat einen anderen: ein Modell verwenden, dessen Kopf aus diesem Gitter gelernt hat, oder mit jenem Modell ein Merkmalsgitter anlegen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{name} was settled as {theirs} when {features} was made: leave it out, or make another feature grid</source>
        <translation>{name} wurde beim Anlegen von {features} auf {theirs} festgelegt: es weglassen oder ein anderes Merkmalsgitter anlegen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the features of {model} are too large to be stored as 16-bit numbers: classify with it directly</source>
        <translation>die Merkmale von {model} sind zu groß, um als 16-Bit-Zahlen gespeichert zu werden: direkt damit klassifizieren</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{first} and {other} were made by different bodies: make both with one model</source>
        <translation>{first} und {other} wurden von verschiedenen Rümpfen angelegt: beide mit einem Modell anlegen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>give either --patches, or --head-only with --features and --labels</source>
        <translation>entweder --patches angeben oder --head-only mit --features und --labels</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>--features hold what a body has seen: add --head-only, or give --patches to train the body too</source>
        <translation>--features enthalten, was ein Rumpf gesehen hat: --head-only hinzufügen, oder --patches angeben, um auch den Rumpf zu trainieren</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{grids} feature grid(s) but {labels} label file(s): give one for all grids, or one per grid</source>
        <translation>{grids} Merkmalsgitter, aber {labels} Labeldatei(en): eine für alle Gitter oder eine je Gitter angeben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>with --head-only these settings do nothing: {names}; leave them out</source>
        <translation>mit --head-only bewirken diese Einstellungen nichts: {names}; sie weglassen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>--half-file would round the body of {start}, which must stay as it is: leave it out</source>
        <translation>--half-file würde den Rumpf von {start} runden, der bleiben muss, wie er ist: es weglassen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>no cell of {path} gets a label: lower --min-cover, or label larger areas</source>
        <translation>keine Zelle von {path} erhält ein Label: --min-cover verringern oder größere Flächen labeln</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{cells} cell(s) left out because labels of different classes meet there</source>
        <translation>weggelassene Zellen: {cells}, weil sich dort Labels verschiedener Klassen treffen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>too few places to choose the penalty by: {penalty} is used, label more places or give --penalty</source>
        <translation>zu wenige Orte, um den Strafterm danach zu wählen: {penalty} wird verwendet, mehr Orte labeln oder --penalty angeben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>there are too few labels to calibrate the confidence by: read it as an order, not as a probability</source>
        <translation>es gibt zu wenige Labels, um die Konfidenz danach zu kalibrieren: sie als Rangfolge lesen, nicht als Wahrscheinlichkeit</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Looking at the scene</source>
        <translation>Szene betrachten</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Looking at the patches</source>
        <translation>Patches betrachten</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Labelling cells</source>
        <translation>Zellen labeln</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Fitting the head</source>
        <translation>Kopf anpassen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Waiting for labels</source>
        <translation>Warten auf Labels</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} was trained on patches of unknown pixel size, and Deepness asks for it: use --to onnx, or train on patches of known size</source>
        <translation>{path} wurde mit Patches unbekannter Pixelgröße trainiert, und Deepness verlangt sie: --to onnx verwenden oder mit Patches bekannter Größe trainieren</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Exporting the model</source>
        <translation>Modell exportieren</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Drawing the sample</source>
        <translation>Stichprobe ziehen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Estimating areas</source>
        <translation>Flächen schätzen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>--count {count} is more than the {cells} cells of the result: draw fewer</source>
        <translation>--count {count} ist mehr als die {cells} Zellen des Ergebnisses: weniger ziehen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>--count {count} is too small for {each} cells in every class, which takes {least}: draw more, or lower --min-per-class</source>
        <translation>--count {count} ist zu klein für {each} Zellen in jeder Klasse, wofür {least} nötig sind: mehr ziehen oder --min-per-class verringern</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} was written by a newer Echopatch (sample version {theirs}, this one reads up to {ours}): update Echopatch</source>
        <translation>{path} wurde von einem neueren Echopatch geschrieben (Stichproben-Version {theirs}, dieses liest bis {ours}): Echopatch aktualisieren</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} is no result of 'classify' ({reason}): give the GeoPackage that classify wrote</source>
        <translation>{path} ist kein Ergebnis von 'classify' ({reason}): das GeoPackage angeben, das classify geschrieben hat</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} is not a whole result: let 'classify' finish first, areas of a part say nothing of the whole</source>
        <translation>{path} ist kein vollständiges Ergebnis: zuerst 'classify' fertig laufen lassen, Flächen eines Teils sagen nichts über das Ganze</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} is no probability sample, it lacks {lacking}: areas can only be estimated from cells drawn by chance with 'echopatch sample', because otherwise nobody knows how likely each cell was to be chosen</source>
        <translation>{path} ist keine Zufallsstichprobe, es fehlt {lacking}: Flächen lassen sich nur aus Zellen schätzen, die mit 'echopatch sample' zufällig gezogen sind, weil sonst niemand weiß, wie wahrscheinlich die Wahl jeder Zelle war</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} has {rows} cells, but {drawn} were drawn: cells that are left out or added by hand make the estimate wrong; put the drawn ones back</source>
        <translation>{path} hat {rows} Zellen, gezogen wurden aber {drawn}: weggelassene oder von Hand hinzugefügte Zellen verfälschen die Schätzung; die gezogenen wiederherstellen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the strata or inclusion probabilities in {path} were changed after the sample was drawn: draw and label it again</source>
        <translation>die Schichten oder Ziehungswahrscheinlichkeiten in {path} wurden nach dem Ziehen der Stichprobe geändert: neu ziehen und labeln</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{count} of {total} cells of {path} have no class (the first is number {first}): label them all, for those that are hard to label are no random part of the sample</source>
        <translation>{count} von {total} Zellen in {path} haben keine Klasse (die erste ist Nummer {first}): alle labeln, denn die schwierigen sind kein zufälliger Teil der Stichprobe</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the cell {number} of {path} has the class '{name}', which the result does not know: use one of {classes}</source>
        <translation>die Zelle {number} in {path} hat die Klasse '{name}', die das Ergebnis nicht kennt: eine von {classes} verwenden</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the sample {path} was drawn from other cells than those of {result}: give the result it was drawn from, or one of the same scene, extent and stride</source>
        <translation>die Stichprobe {path} wurde aus anderen Zellen als denen von {result} gezogen: das Ergebnis angeben, aus dem sie stammt, oder eines mit gleicher Szene, Ausdehnung und Schrittweite</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>a stratum of {path} has {cells} cells, but one was drawn: nothing is known of the spread within it; draw at least 2 per stratum</source>
        <translation>eine Schicht von {path} hat {cells} Zellen, aber nur eine wurde gezogen: über die Streuung darin ist nichts bekannt; mindestens 2 je Schicht ziehen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the simple sample is not weighted by the mapped areas: fewer than 2 of its cells were mapped as '{name}'</source>
        <translation>die einfache Stichprobe wird nicht nach den kartierten Flächen gewichtet: weniger als 2 ihrer Zellen wurden als '{name}' kartiert</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>only {count} sampled cell(s) truly are '{name}': its interval is too narrow to be trusted; draw more cells</source>
        <translation>Stichprobenzellen, die in Wahrheit '{name}' sind: nur {count}; das Intervall ist zu eng, um ihm zu trauen; mehr Zellen ziehen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>no sampled cell truly is '{name}', though the map has it: its true area may be small, but it is not known to be zero</source>
        <translation>keine Zelle der Stichprobe ist in Wahrheit '{name}', obwohl die Karte es enthält: die wahre Fläche mag klein sein, ist aber nicht sicher null</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>The map is right on {percent} % of the ground (95 % interval {low} to {high} %).</source>
        <translation>Die Karte stimmt auf {percent} % des Bodens (95-%-Intervall {low} bis {high} %).</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>The largest correction: {name} is mapped on {mapped} {unit}, but covers {area} {unit} in truth (95 % interval {low} to {high}).</source>
        <translation>Die größte Berichtigung: {name} ist auf {mapped} {unit} kartiert, bedeckt in Wahrheit aber {area} {unit} (95-%-Intervall {low} bis {high}).</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>The mapped area of every class lies within the interval of its true area.</source>
        <translation>Die kartierte Fläche jeder Klasse liegt im Intervall ihrer wahren Fläche.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Area of each class: as mapped, and as estimated from the labelled cells with its 95 % interval.</source>
        <translation>Fläche jeder Klasse: wie kartiert, und wie aus den gelabelten Zellen geschätzt, mit ihrem 95-%-Intervall.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>User's accuracy: the share of what is mapped as a class that truly is it. Producer's accuracy: the share of what truly is a class that is mapped as it. Small: 95 % interval.</source>
        <translation>Nutzergenauigkeit: der Anteil des als eine Klasse Kartierten, der sie in Wahrheit ist. Herstellergenauigkeit: der Anteil dessen, was in Wahrheit eine Klasse ist, der als sie kartiert ist. Klein: 95-%-Intervall.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Share of the whole area that is mapped as one class (rows) and truly is another (columns). Small: labelled cells.</source>
        <translation>Anteil der Gesamtfläche, der als eine Klasse kartiert ist (Zeilen) und in Wahrheit eine andere ist (Spalten). Klein: gelabelte Zellen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Stratified estimators of Olofsson et al. 2014 and Stehman 2014, weighted by the area of cells; intervals of areas are 1.96 standard errors to either side, those of accuracies Wilson's with the effective number of cells.</source>
        <translation>Geschichtete Schätzer nach Olofsson et al. 2014 und Stehman 2014, gewichtet nach der Fläche der Zellen; Intervalle der Flächen sind 1,96 Standardfehler zu jeder Seite, die der Genauigkeiten Wilson-Intervalle mit der wirksamen Zahl der Zellen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>All {cells} cells were drawn by chance ({design} random), each with a known probability, and all are labelled: the estimates are unbiased, however wrong the map may be.</source>
        <translation>Alle {cells} Zellen wurden zufällig gezogen (Plan: {design}), jede mit bekannter Wahrscheinlichkeit, und alle sind gelabelt: die Schätzungen sind unverzerrt, wie falsch die Karte auch sein mag.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>The labels are taken for the truth: cells that were labelled wrongly are not in the intervals.</source>
        <translation>Die Labels gelten als Wahrheit: falsch gelabelte Zellen sind in den Intervallen nicht enthalten.</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} exists and is no report of 'areas', so it is not replaced: choose another output</source>
        <translation>{path} gibt es bereits und ist kein Bericht von 'areas', wird also nicht ersetzt: eine andere Ausgabe wählen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Simulating</source>
        <translation>Simulieren</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} was not written by simulate: choose another output folder</source>
        <translation>{path} wurde nicht von simulate geschrieben: einen anderen Ausgabeordner wählen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{first} and {second} cannot be taken together: choose HH with VV, HH with HV, or VV with VH</source>
        <translation>{first} und {second} lassen sich nicht zusammen verwenden: HH mit VV, HH mit HV oder VV mit VH wählen</translation>
    </message>
    <message>
        <location filename="../../core/contract/legend.py"></location>
        <source>Settlements</source>
        <translation>Siedlungen</translation>
    </message>
    <message>
        <location filename="../../core/contract/legend.py"></location>
        <source>Industrial areas</source>
        <translation>Industriegebiete</translation>
    </message>
    <message>
        <location filename="../../core/contract/legend.py"></location>
        <source>Public transportations</source>
        <translation>Verkehrsflächen</translation>
    </message>
    <message>
        <location filename="../../core/contract/legend.py"></location>
        <source>Agricultural land</source>
        <translation>Agrarflächen</translation>
    </message>
    <message>
        <location filename="../../core/contract/legend.py"></location>
        <source>Natural vegetation</source>
        <translation>Natürliche Vegetation</translation>
    </message>
    <message>
        <location filename="../../core/contract/legend.py"></location>
        <source>Bare ground</source>
        <translation>Vegetationsfreie Flächen</translation>
    </message>
    <message>
        <location filename="../../core/contract/legend.py"></location>
        <source>Water bodies</source>
        <translation>Gewässer</translation>
    </message>
</context>
</TS>
