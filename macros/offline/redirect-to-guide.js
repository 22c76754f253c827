// This runs only where the whole copy is unpacked: then the guide opens by itself.

location.replace("guide/index.html");
