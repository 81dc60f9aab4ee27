package jimu.app.evaluate;

/**
 * A cell of the confusion matrix.
 *
 * @param truth the true class
 * @param choice the predicted one
 */
record Cell(int truth, int choice) {}
