package jimu.app.inspector;

/**
 * Something known of the selection that follows from the network and cannot be set.
 *
 * @param label what it is
 * @param value in words, perhaps of several lines
 */
record Fact(String label, String value) {}
