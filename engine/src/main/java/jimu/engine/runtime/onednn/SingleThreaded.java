package jimu.engine.runtime.onednn;

import jimu.engine.runtime.Kernel;
import jimu.engine.tensor.Native;

/** A kernel that runs on the calling thread alone, however many threads the rest of the step may use. */
record SingleThreaded(Kernel inner) implements Kernel {
    @Override
    public void forward(long step) {
        int threads = Native.threads();
        Native.setLoopThreads(1);
        try {
            inner.forward(step);
        } finally {
            Native.setLoopThreads(threads);
        }
    }

    @Override
    public void backward() {
        int threads = Native.threads();
        Native.setLoopThreads(1);
        try {
            inner.backward();
        } finally {
            Native.setLoopThreads(threads);
        }
    }

    @Override
    public void parametersChanged() {
        inner.parametersChanged();
    }
}
