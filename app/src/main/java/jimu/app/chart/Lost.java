package jimu.app.chart;

/** Where readings are that a plot has no place for: what is no number, and what is not above 0 on a logarithmic axis. Neighbours are noted once. */
final class Lost {
    private static final int MOST = 60;

    private final Axis x;
    private final Line noNumber = new Line();
    private final Line notPositive = new Line();

    Lost(Axis x) {
        this.x = x;
    }

    /** Adds what another has noted. */
    void take(Lost other) {
        for (int i = 0; i < other.noNumber.size(); i++) {
            addNoNumber(other.noNumber.x(i));
        }
        for (int i = 0; i < other.notPositive.size(); i++) {
            addNotPositive(other.notPositive.x(i));
        }
    }

    void addNoNumber(double at) {
        add(noNumber, at);
    }

    void addNotPositive(double at) {
        add(notPositive, at);
    }

    private void add(Line line, double at) {
        double share = x.share(at);
        boolean apart = line.size() == 0 || Math.abs(share - x.share(line.x(line.size() - 1))) >= 1.0 / MOST;
        if (share >= 0 && share <= 1 && apart && line.size() < MOST) {
            line.add(at, 0);
        }
    }

    /** The places of NaN and infinite readings. */
    Line noNumber() {
        return noNumber;
    }

    /** The places of readings of 0 or less, where the axis is logarithmic. */
    Line notPositive() {
        return notPositive;
    }
}
