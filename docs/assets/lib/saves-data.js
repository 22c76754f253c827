/** Whether the reader has asked the browser to save data. */
export const savesData = () => "connection" in navigator && Boolean(Object(navigator.connection).saveData);
