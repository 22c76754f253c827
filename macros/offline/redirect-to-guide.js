// This only runs if the whole copy is unpacked. Then the guide opens by itself.

location.replace("guide/index.html");
