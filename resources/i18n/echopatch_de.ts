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
        <source>Result Summary</source>
        <translation>Ergebnisübersicht</translation>
    </message>
    <message>
        <location filename="../../plugin.py"></location>
        <source>Set Up the Engine…</source>
        <translation>Rechenkern einrichten…</translation>
    </message>
    <message>
        <location filename="../../ui/bar_chart.py"></location>
        <source>Area per class</source>
        <translation>Fläche je Klasse</translation>
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
        <location filename="../../ui/classify/binding.py"></location>
        <location filename="../../ui/classify/card_facts.py"></location>
        <source>not stated</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <location filename="../../ui/classify/binding.py"></location>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <location filename="../../ui/classify/card_facts.py"></location>
        <source>Network</source>
        <translation>Netz</translation>
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
        <location filename="../../core/contract/commands/simulate.py"></location>
        <source>Looks</source>
        <translation>Looks</translation>
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
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Provenance</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <location filename="../../ui/classify/card_facts.py"></location>
        <location filename="../../core/contract/commands/learning.py"></location>
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
        <source>The engine is not ready: set it up under Settings &gt; Options &gt; Echopatch.</source>
        <translation>Der Rechenkern ist nicht bereit: unter Einstellungen &gt; Optionen &gt; Echopatch einrichten.</translation>
    </message>
    <message>
        <location filename="../../ui/classify/dialog.py"></location>
        <location filename="../../ui/classify/scene_box.py"></location>
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
        <location filename="../../ui/result_words.py"></location>
        <location filename="../../ui/setup/model_box.py"></location>
        <location filename="../../core/contract/commands/scene.py"></location>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/classify.py"></location>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <location filename="../../ui/classify/dialog.py"></location>
        <location filename="../../ui/classify/scene_box.py"></location>
        <location filename="../../ui/result_words.py"></location>
        <location filename="../../ui/scene_facts.py"></location>
        <location filename="../../core/contract/commands/scene.py"></location>
        <location filename="../../core/contract/commands/classify.py"></location>
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
        <source>How long that takes is not known: the speed of this device has not been measured.</source>
        <translation>Wie lange das dauert, ist nicht bekannt: die Geschwindigkeit dieses Geräts wurde nicht gemessen.</translation>
    </message>
    <message>
        <location filename="../../ui/classify/estimate_words.py"></location>
        <source>Expected time: about {time}.</source>
        <translation>Erwartete Dauer: etwa {time}.</translation>
    </message>
    <message>
        <location filename="../../ui/classify/model_choice.py"></location>
        <location filename="../../ui/setup/model_box.py"></location>
        <source>Echopatch models (*.safetensors)</source>
        <translation>Echopatch-Modelle (*.safetensors)</translation>
    </message>
    <message>
        <location filename="../../ui/classify/model_choice.py"></location>
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
        <source>The folder {folder} does not exist: create it, or choose another one.</source>
        <translation>Den Ordner {folder} gibt es nicht: anlegen oder einen anderen wählen.</translation>
    </message>
    <message>
        <location filename="../../ui/classify/output.py"></location>
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
        <location filename="../../ui/classify/runs_box.py"></location>
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
        <location filename="../../ui/setup/status_box.py"></location>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../../ui/classify/runs_box.py"></location>
        <source>stopping</source>
        <translation>wird abgebrochen</translation>
    </message>
    <message>
        <location filename="../../ui/classify/scene_box.py"></location>
        <source>Product Folder…</source>
        <translation>Produktordner…</translation>
    </message>
    <message>
        <location filename="../../ui/classify/scene_box.py"></location>
        <source>File…</source>
        <translation>Datei…</translation>
    </message>
    <message>
        <location filename="../../ui/classify/scene_box.py"></location>
        <source>Products and rasters</source>
        <translation>Produkte und Raster</translation>
    </message>
    <message>
        <location filename="../../ui/classify/scene_box.py"></location>
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
        <location filename="../../ui/classify/words.py"></location>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <location filename="../../ui/classify/words.py"></location>
        <location filename="../../ui/setup/words.py"></location>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <location filename="../../ui/classify/words.py"></location>
        <location filename="../../ui/setup/words.py"></location>
        <source>NVIDIA GPU</source>
        <translation>NVIDIA-Grafikkarte</translation>
    </message>
    <message>
        <location filename="../../ui/classify/words.py"></location>
        <location filename="../../ui/setup/words.py"></location>
        <source>Apple GPU</source>
        <translation>Apple-Grafikprozessor</translation>
    </message>
    <message>
        <location filename="../../ui/classify/words.py"></location>
        <source>Dense (fast, the network runs over large tiles)</source>
        <translation>Dicht (schnell, über große Kacheln)</translation>
    </message>
    <message>
        <location filename="../../ui/classify/words.py"></location>
        <source>Patch by patch (as in the papers)</source>
        <translation>Patch für Patch (wie in der Literatur)</translation>
    </message>
    <message>
        <location filename="../../ui/classify/words.py"></location>
        <source>bfloat16 (fast)</source>
        <translation>bfloat16 (schnell)</translation>
    </message>
    <message>
        <location filename="../../ui/classify/words.py"></location>
        <source>float32 (exact)</source>
        <translation>float32 (genau)</translation>
    </message>
    <message>
        <location filename="../../ui/classify/words.py"></location>
        <source>Amplitude (digital numbers)</source>
        <translation>Amplitude (Digitalwerte)</translation>
    </message>
    <message>
        <location filename="../../ui/classify/words.py"></location>
        <source>Intensity (squared amplitude)</source>
        <translation>Intensität (quadrierte Amplitude)</translation>
    </message>
    <message>
        <location filename="../../ui/classify/words.py"></location>
        <source>Beta nought (β⁰)</source>
        <translation>Beta Nought (β⁰)</translation>
    </message>
    <message>
        <location filename="../../ui/classify/words.py"></location>
        <source>Sigma nought (σ⁰)</source>
        <translation>Sigma Nought (σ⁰)</translation>
    </message>
    <message>
        <location filename="../../ui/classify/words.py"></location>
        <source>Gamma nought (γ⁰)</source>
        <translation>Gamma Nought (γ⁰)</translation>
    </message>
    <message>
        <location filename="../../ui/classify/words.py"></location>
        <source>Digital numbers</source>
        <translation>Digitalwerte</translation>
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
        <location filename="../../ui/layers.py"></location>
        <location filename="../../ui/processing/classify.py"></location>
        <location filename="../../ui/result_words.py"></location>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <location filename="../../ui/layers.py"></location>
        <location filename="../../ui/processing/classify.py"></location>
        <location filename="../../ui/result.py"></location>
        <location filename="../../ui/result_words.py"></location>
        <source>Cells</source>
        <translation>Zellen</translation>
    </message>
    <message>
        <location filename="../../ui/layers.py"></location>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <location filename="../../ui/layers.py"></location>
        <source>Footprint</source>
        <translation>Umriss</translation>
    </message>
    <message>
        <location filename="../../ui/layers.py"></location>
        <source>The product does not say where it lies.</source>
        <translation>Das Produkt sagt nicht, wo es liegt.</translation>
    </message>
    <message>
        <location filename="../../ui/layers.py"></location>
        <location filename="../../ui/product.py"></location>
        <source>{path} cannot be opened as a raster.</source>
        <translation>{path} lässt sich nicht als Raster öffnen.</translation>
    </message>
    <message>
        <location filename="../../ui/processing/classify.py"></location>
        <source>Classify scene</source>
        <translation>Szene klassifizieren</translation>
    </message>
    <message>
        <location filename="../../ui/processing/classify.py"></location>
        <source>Classification</source>
        <translation>Klassifizierung</translation>
    </message>
    <message>
        <location filename="../../ui/processing/classify.py"></location>
        <source>Open the result when it is done</source>
        <translation>Ergebnis anschließend öffnen</translation>
    </message>
    <message>
        <location filename="../../ui/processing/classify.py"></location>
        <source>Number of cells</source>
        <translation>Anzahl der Zellen</translation>
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
        <source>The extent lies outside what the scene's coordinate system covers.</source>
        <translation>Die Ausdehnung liegt außerhalb dessen, was das Koordinatensystem der Szene abdeckt.</translation>
    </message>
    <message>
        <location filename="../../ui/processing/learning.py"></location>
        <location filename="../../ui/setup/model_box.py"></location>
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
        <source>Evaluate model</source>
        <translation>Modell bewerten</translation>
    </message>
    <message>
        <location filename="../../ui/processing/learning.py"></location>
        <source>Run folder</source>
        <translation>Laufordner</translation>
    </message>
    <message>
        <location filename="../../ui/processing/learning.py"></location>
        <source>Best epoch</source>
        <translation>Beste Epoche</translation>
    </message>
    <message>
        <location filename="../../ui/processing/learning.py"></location>
        <location filename="../../ui/processing/patches.py"></location>
        <source>Number of patches</source>
        <translation>Anzahl der Patches</translation>
    </message>
    <message>
        <location filename="../../ui/processing/learning.py"></location>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <location filename="../../ui/processing/learning.py"></location>
        <source>Mean recall of the classes</source>
        <translation>Mittlere Trefferquote der Klassen</translation>
    </message>
    <message>
        <location filename="../../ui/processing/patches.py"></location>
        <source>Patches</source>
        <translation>Patches</translation>
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
        <location filename="../../ui/processing/scenes.py"></location>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <location filename="../../ui/processing/patches.py"></location>
        <location filename="../../ui/processing/scenes.py"></location>
        <source>Facts as JSON</source>
        <translation>Fakten als JSON</translation>
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
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <location filename="../../ui/processing/scenes.py"></location>
        <source>Optical image</source>
        <translation>Optisches Bild</translation>
    </message>
    <message>
        <location filename="../../ui/product.py"></location>
        <source>Stopped as asked.</source>
        <translation>Wie gewünscht abgebrochen.</translation>
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
        <source>Add to Project</source>
        <translation>Zum Projekt hinzufügen</translation>
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
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <location filename="../../ui/result.py"></location>
        <source>Confidence</source>
        <translation>Konfidenz</translation>
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
        <source>Copy Command</source>
        <translation>Befehl kopieren</translation>
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
        <location filename="../../core/contract/commands/classify.py"></location>
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
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <location filename="../../ui/result_words.py"></location>
        <source>File</source>
        <translation>Datei</translation>
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
        <source>Open Folder</source>
        <translation>Ordner öffnen</translation>
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
        <source>{classes} classes, patches of {px} px at {spacing} m</source>
        <translation>{classes} Klassen, Patches von {px} px bei {spacing} m</translation>
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
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <location filename="../../ui/forms/classify.ui"></location>
        <source>More Settings</source>
        <translation>Weitere Einstellungen</translation>
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
        <source>As JSON</source>
        <translation>Als JSON</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/doctor.py"></location>
        <location filename="../../core/contract/commands/scene.py"></location>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Print one JSON object instead of text.</source>
        <translation>Statt Text ein JSON-Objekt ausgeben.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/doctor.py"></location>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/classify.py"></location>
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
        <location filename="../../core/contract/commands/patches.py"></location>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Seed</source>
        <translation>Startwert</translation>
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
        <location filename="../../core/contract/commands/scene.py"></location>
        <location filename="../../core/contract/commands/patches.py"></location>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/classify.py"></location>
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
        <location filename="../../core/contract/commands/patches.py"></location>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Output</source>
        <translation>Ausgabe</translation>
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
        <source>Allow upsampling</source>
        <translation>Upsampling erlauben</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/scene.py"></location>
        <location filename="../../core/contract/commands/classify.py"></location>
        <source>Go on although the scene is more than twice as coarse as the model.</source>
        <translation>Weitermachen, obwohl die Szene mehr als doppelt so grob ist wie das Modell.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/scene.py"></location>
        <location filename="../../core/contract/commands/patches.py"></location>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/classify.py"></location>
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
        <source>Vector files with labelled polygons, one per scene in the same order.</source>
        <translation>Vektordateien mit gelabelten Polygonen, eine je Szene in derselben Reihenfolge.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Patch set to write: a folder NAME.patchset.</source>
        <translation>Zu schreibender Patchsatz: ein Ordner NAME.patchset.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Label field</source>
        <translation>Labelfeld</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <source>Field of the labels that holds the class.</source>
        <translation>Feld der Labels, das die Klasse enthält.</translation>
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
        <source>Least valid share</source>
        <translation>Mindestanteil gültiger Pixel</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <location filename="../../core/contract/commands/classify.py"></location>
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
        <source>Count the patches of a set by class and split, and check it for leaks.</source>
        <translation>Die Patches eines Satzes nach Klasse und Teil zählen und ihn auf Überschneidungen der Teile prüfen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Patch set</source>
        <translation>Patchsatz</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/patches.py"></location>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Folder NAME.patchset.</source>
        <translation>Ordner NAME.patchset.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Train a classifier on the patches of a set.</source>
        <translation>Einen Klassifikator mit den Patches eines Satzes trainieren.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Model file NAME.safetensors; the run folder NAME.run is written beside it.</source>
        <translation>Modelldatei NAME.safetensors; der Laufordner NAME.run wird daneben geschrieben.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Backbone</source>
        <translation>Backbone</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Network body.</source>
        <translation>Rumpf des Netzes.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Paper's head</source>
        <translation>Kopf der Veröffentlichung</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Two hidden layers of 256 before the classes, as in the TerraSAR-X patch paper.</source>
        <translation>Zwei verdeckte Schichten mit 256 Neuronen vor den Klassen, wie in der Veröffentlichung zu TerraSAR-X-Patches.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Start weights</source>
        <translation>Startgewichte</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>random, imagenet, a model file, or a local file of torchvision weights.</source>
        <translation>random, imagenet, eine Modelldatei oder eine lokale Datei mit torchvision-Gewichten.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Passes over the training patches.</source>
        <translation>Durchgänge durch die Trainings-Patches.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/classify.py"></location>
        <source>Batch size</source>
        <translation>Stapelgröße</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Patches per step.</source>
        <translation>Patches pro Schritt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Peak rate of AdamW.</source>
        <translation>Höchste Lernrate von AdamW.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Weight decay</source>
        <translation>Gewichtsabnahme</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Of AdamW.</source>
        <translation>Weight Decay von AdamW.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Warm-up</source>
        <translation>Anlaufphase</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Share of all steps in which the rate rises.</source>
        <translation>Anteil aller Schritte, in dem die Lernrate steigt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Sampling</source>
        <translation>Stichprobe</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>instance draws patches as they are, balanced draws classes equally often.</source>
        <translation>instance zieht Patches, wie sie sind, balanced zieht alle Klassen gleich oft.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Augmentation</source>
        <translation>Augmentierung</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Flips, shifts, small gains and nodata edges.</source>
        <translation>Spiegelungen, Verschiebungen, kleine Verstärkungen und Ränder ohne Daten.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Quarter turns</source>
        <translation>Vierteldrehungen</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Also exchange rows and columns: for models that meet both maps and radar geometry.</source>
        <translation>Auch Zeilen und Spalten vertauschen: für Modelle, denen Karten- und Radargeometrie begegnet.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Label smoothing</source>
        <translation>Label-Glättung</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Share of the label spread over all classes.</source>
        <translation>Anteil des Labels, der auf alle Klassen verteilt wird.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Floor</source>
        <translation>Untergrenze</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Lower end of the dB window; left out, -30, or for uncalibrated chips where the darkest of 200 pixels begin.</source>
        <translation>Unteres Ende des dB-Fensters; ohne Angabe -30, bei unkalibrierten Chips der Wert, unter dem einer von 200 Pixeln liegt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Ceiling</source>
        <translation>Obergrenze</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Upper end of the dB window; left out, 10, or for uncalibrated chips where the brightest of 200 pixels begin.</source>
        <translation>Oberes Ende des dB-Fensters; ohne Angabe 10, bei unkalibrierten Chips der Wert, über dem einer von 200 Pixeln liegt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/classify.py"></location>
        <source>Precision</source>
        <translation>Rechengenauigkeit</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>auto measures bfloat16 against float32 and takes the faster.</source>
        <translation>auto misst bfloat16 gegen float32 und nimmt das schnellere.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Half-size file</source>
        <translation>Datei halber Größe</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Store the weights as 16-bit floats.</source>
        <translation>Die Gewichte als 16-Bit-Gleitkommazahlen speichern.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Licence of the model, for its card.</source>
        <translation>Lizenz des Modells, für seine Karte.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>What the training data are, for the card.</source>
        <translation>Was die Trainingsdaten sind, für die Karte.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Equal seeds give equal runs on a CPU.</source>
        <translation>Gleiche Startwerte ergeben auf dem Prozessor gleiche Läufe.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Judge a model on one split of a patch set.</source>
        <translation>Ein Modell auf einem Teil eines Patchsatzes bewerten.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <location filename="../../core/contract/commands/classify.py"></location>
        <source>Model file.</source>
        <translation>Modelldatei.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Report folder to write.</source>
        <translation>Zu schreibender Berichtsordner.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Split</source>
        <translation>Teil</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/learning.py"></location>
        <source>Which patches to judge on.</source>
        <translation>Auf welchen Patches bewertet wird.</translation>
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
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/classify.py"></location>
        <source>dense runs the network once over large tiles; patch runs it once per cell, as the papers do.</source>
        <translation>dense wendet das Netz einmal auf große Kacheln an, patch einmal je Zelle wie in den Veröffentlichungen.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/classify.py"></location>
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
        <source>Patches per step; found by itself when left out.</source>
        <translation>Patches pro Schritt; ohne Angabe selbst bestimmt.</translation>
    </message>
    <message>
        <location filename="../../core/contract/commands/classify.py"></location>
        <source>auto takes bfloat16 where it is faster.</source>
        <translation>auto nimmt bfloat16, wo es schneller ist.</translation>
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
        <source>{scenes} scene(s) but {labels} label file(s): give one label file per scene</source>
        <translation>{scenes} Szene(n), aber {labels} Labeldatei(en): je Szene eine Labeldatei angeben</translation>
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
        <source>patches of one place sit on both sides of the split ({overlaps} pair(s) of overlapping patches, {groups} group(s) in more than one split): make the set again, or correct the split in its index</source>
        <translation>Patches desselben Ortes liegen in verschiedenen Teilen der Aufteilung ({overlaps} Paar(e) überlappender Patches, {groups} Gruppe(n) in mehr als einem Teil): den Satz neu anlegen oder die Aufteilung in seinem Index berichtigen</translation>
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
        <source>no window of a patch's size is covered enough by one class: lower --min-cover, take smaller patches, or label larger areas</source>
        <translation>kein Fenster von der Größe eines Patches ist genügend von einer Klasse bedeckt: --min-cover verringern, kleinere Patches nehmen oder größere Flächen labeln</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the scene {scene} is named twice: name each scene once, with all its labels in one file</source>
        <translation>die Szene {scene} ist zweimal genannt: jede Szene einmal nennen, mit allen Labels in einer Datei</translation>
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
        <source>{path} has several layers ({layers}) and none is called labels: name one as {path}{mark}NAME</source>
        <translation>{path} hat mehrere Layer ({layers}), und keiner heißt labels: einen als {path}{mark}NAME angeben</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the labels {path} hold no polygon with a class: give polygons whose label field is filled in</source>
        <translation>die Labels {path} enthalten kein Polygon mit einer Klasse: Polygone angeben, deren Labelfeld ausgefüllt ist</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{count} label(s) in {path} left out: not polygons, empty, or with outlines that cross themselves</source>
        <translation>{count} Label(s) in {path} weggelassen: keine Polygone, leer, oder mit Umrissen, die sich selbst kreuzen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{count} polygon(s) in {path} left out: their field '{field}' is empty or 0</source>
        <translation>{count} Polygon(e) in {path} weggelassen: ihr Feld '{field}' ist leer oder 0</translation>
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
        <source>the optical image {path} covers only {percent} % of the patch at row {row}, column {column}: give a larger image, or remove the labels outside it</source>
        <translation>das optische Bild {path} bedeckt nur {percent} % des Patches in Zeile {row}, Spalte {column}: ein größeres Bild angeben oder die Labels außerhalb davon entfernen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{count} of {total} patches overlap a patch on another side of the split and were left out; with a stride of the patch size, or a larger --block-m, fewer are</source>
        <translation>{count} von {total} Patches überlappen einen Patch in einem anderen Teil der Aufteilung und wurden weggelassen; mit der Patchgröße als Schrittweite oder einem größeren --block-m sind es weniger</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{ties} window(s) left out because two classes cover them equally, {conflicts} because labels of different classes overlap there</source>
        <translation>{ties} Fenster weggelassen, weil zwei Klassen sie gleich weit bedecken, {conflicts}, weil sich dort Labels verschiedener Klassen überlappen</translation>
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
        <source>the model has {model_channels} channel(s) ({names}), the scene gives {scene_channels}: choose bands with --bands, or another model</source>
        <translation>das Modell hat {model_channels} Kanal/Kanäle ({names}), die Szene liefert {scene_channels}: mit --bands Bänder wählen oder ein anderes Modell nehmen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} was trained on patches of unknown pixel size: it can start a training, not classify a scene</source>
        <translation>{path} wurde mit Patches unbekannter Pixelgröße trainiert: es kann Ausgangspunkt eines Trainings sein, aber keine Szene klassifizieren</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Looking at the pixels</source>
        <translation>Pixel untersuchen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Training</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>Judging</source>
        <translation>Bewerten</translation>
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
        <source>{path} has no validation patches: the last epoch is kept instead of the best, and the confidence is not calibrated</source>
        <translation>{path} hat keine Validierungs-Patches: statt der besten wird die letzte Epoche behalten, und die Konfidenz ist nicht kalibriert</translation>
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
        <source>the loss is no finite number any more in epoch {epoch}: use a learning rate below {rate}</source>
        <translation>die Verlustfunktion ergibt in Epoche {epoch} keine endliche Zahl mehr: eine Lernrate unter {rate} verwenden</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>the GPU has too little memory for batches of {batch_size} patches: use a smaller --batch-size</source>
        <translation>die Grafikkarte hat zu wenig Speicher für Stapel von {batch_size} Patches: --batch-size verringern</translation>
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
        <source>the weights in {path} belong to another network ({name} does not fit): use the backbone they come from</source>
        <translation>die Gewichte in {path} gehören zu einem anderen Netz ({name} passt nicht): das Backbone verwenden, aus dem sie stammen</translation>
    </message>
    <message>
        <location filename="../../core/contract/sentences/__init__.py"></location>
        <source>{path} had {name} {theirs}, this run has {ours}: the weights are a start all the same</source>
        <translation>{path} hatte {name} {theirs}, dieser Lauf hat {ours}: als Ausgangspunkt taugen die Gewichte trotzdem</translation>
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
