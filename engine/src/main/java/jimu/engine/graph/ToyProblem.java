package jimu.engine.graph;

/** Problems in the plane, small enough to be seen whole, as in TensorFlow Playground. */
public enum ToyProblem {
    /** A disk within a ring. */
    CIRCLE(2),
    /** Four squares, those across from each other of one class. */
    XOR(2),
    /** A heap of points for each class, around a circle. */
    GAUSSIANS(ToyProblem.MOST_CLASSES),
    /** An arm for each class, wound into each other. */
    SPIRAL(ToyProblem.MOST_CLASSES),
    /** Two half circles that reach into each other. */
    MOONS(2),
    /** A number that rises along the diagonal. */
    PLANE(0),
    /** A number that goes up and down along both axes. */
    WAVES(0);

    /** The most classes that a problem can have. */
    public static final int MOST_CLASSES = 6;

    private final int mostClasses;

    ToyProblem(int mostClasses) {
        this.mostClasses = mostClasses;
    }

    /** How many classes it can have at most, of at least two; none if a number is to be predicted. */
    public int mostClasses() {
        return mostClasses;
    }

    /** Whether classes are to be told apart; else a number is to be predicted. */
    public boolean hasClasses() {
        return mostClasses > 0;
    }
}
