import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import ai.djl.nn.recurrent.GRU;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.nn.recurrent.RNN;
import ai.djl.nn.recurrent.RecurrentBlock;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.loss.SigmoidBinaryCrossEntropyLoss;
import ai.djl.training.loss.SoftmaxCrossEntropyLoss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.io.BufferedReader;
import java.io.InputStreamReader;

/**
 * Trains one of the benchmark networks in libtorch, through DJL: for each line of a number of steps and of threads so many, and
 * answers with the nanoseconds of one. Run as a source file by the benchmark; no part of the build.
 */
public final class LibtorchSteps {
    private final SequentialBlock net = new SequentialBlock();

    public static void main(String[] arguments) throws Exception {
        String name = arguments[0];
        Shape input = input(name);
        boolean binary = name.equals("mlp_tiny");
        boolean momentum = binary || name.equals("alexnet");
        Optimizer optimizer = momentum
                ? Optimizer.sgd().setLearningRateTracker(Tracker.fixed(0.01f)).optMomentum(0.9f).build()
                : Optimizer.adam().optLearningRateTracker(Tracker.fixed(0.001f)).build();
        Loss loss = binary ? new SigmoidBinaryCrossEntropyLoss("loss", 1, true) : new SoftmaxCrossEntropyLoss();
        DefaultTrainingConfig config =
                new DefaultTrainingConfig(loss).optOptimizer(optimizer).optDevices(new Device[] {Device.cpu()});
        try (Model model = Model.newInstance(name)) {
            LibtorchSteps steps = new LibtorchSteps();
            steps.build(name);
            model.setBlock(steps.net);
            try (Trainer trainer = model.newTrainer(config)) {
                trainer.initialize(input);
                NDManager manager = model.getNDManager();
                int classes = input.dimension() == 3 ? 5 : 10;
                NDArray x = manager.randomNormal(input);
                NDArray y = binary
                        ? manager.randomUniform(0, 1, new Shape(input.get(0), 1)).round()
                        : manager.randomInteger(0, classes, new Shape(input.get(0)), DataType.INT64);
                serve(trainer, manager, x, y);
            }
        }
    }

    private static void serve(Trainer trainer, NDManager manager, NDArray x, NDArray y) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        System.out.println("ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] order = line.split(" ");
            int count = Integer.parseInt(order[0]);
            JniUtils.setNumThreads(Integer.parseInt(order[1]));
            long began = System.nanoTime();
            for (int i = 0; i < count; i++) {
                step(trainer, manager, x, y);
            }
            System.out.println((double) (System.nanoTime() - began) / count);
        }
    }

    private static void step(Trainer trainer, NDManager manager, NDArray x, NDArray y) {
        try (NDManager held = manager.newSubManager()) {
            NDList data = new NDList(x.duplicate());
            NDList wanted = new NDList(y.duplicate());
            data.attach(held);
            wanted.attach(held);
            try (GradientCollector collector = trainer.newGradientCollector()) {
                NDList result = trainer.forward(data);
                result.attach(held);
                NDArray value = trainer.getLoss().evaluate(wanted, result);
                value.attach(held);
                collector.backward(value);
            }
            trainer.step();
        }
    }

    private static Shape input(String name) {
        return switch (name) {
            case "mlp_tiny" -> new Shape(32, 10);
            case "mlp_784" -> new Shape(64, 784);
            case "lenet" -> new Shape(64, 1, 28, 28);
            case "vgg32" -> new Shape(64, 3, 32, 32);
            case "alexnet" -> new Shape(16, 3, 224, 224);
            default -> new Shape(32, 50, 10);
        };
    }

    private void build(String name) {
        switch (name) {
            case "mlp_tiny" -> {
                dense(64, 1);
                net.add(Activation.sigmoidBlock());
            }
            case "mlp_784" -> dense(256, 128, 10);
            case "lenet" -> {
                rectifiedConv(6, 5, 1, 2);
                pool(2, 2);
                rectifiedConv(16, 5, 1, 0);
                pool(2, 2);
                net.add(Blocks.batchFlattenBlock());
                dense(120, 84, 10);
            }
            case "vgg32" -> {
                for (int channels : new int[] {32, 64}) {
                    for (int i = 0; i < 2; i++) {
                        conv(channels, 3, 1, 1);
                        net.add(BatchNorm.builder().build()).add(Activation.reluBlock());
                    }
                    pool(2, 2);
                }
                net.add(Blocks.batchFlattenBlock()).add(units(256)).add(Activation.reluBlock());
                drop();
                dense(10);
            }
            case "alexnet" -> {
                rectifiedConv(96, 11, 4, 2);
                pool(3, 2);
                rectifiedConv(256, 5, 1, 2);
                pool(3, 2);
                for (int channels : new int[] {384, 384, 256}) {
                    rectifiedConv(channels, 3, 1, 1);
                }
                pool(3, 2);
                net.add(Blocks.batchFlattenBlock());
                drop();
                net.add(units(4096)).add(Activation.reluBlock());
                drop();
                dense(4096, 10);
            }
            case "rnn" -> recurrent(RNN.builder().setActivation(RNN.Activation.TANH));
            case "lstm" -> recurrent(LSTM.builder());
            case "gru" -> recurrent(GRU.builder());
            default -> throw new IllegalArgumentException("No network is called " + name);
        }
    }

    private void recurrent(RecurrentBlock.BaseBuilder<?> layers) {
        layers.setNumLayers(2).setStateSize(64).optBatchFirst(true);
        if (layers instanceof RNN.Builder rnn) {
            net.add(rnn.build());
        } else if (layers instanceof LSTM.Builder lstm) {
            net.add(lstm.build());
        } else if (layers instanceof GRU.Builder gru) {
            net.add(gru.build());
        }
        net.add(results -> new NDList(results.get(0).get(":, -1")));
        dense(5);
    }

    /** Affine maps with a ReLU after each but the last. */
    private void dense(int... sizes) {
        for (int i = 0; i < sizes.length; i++) {
            net.add(units(sizes[i]));
            if (i < sizes.length - 1) {
                net.add(Activation.reluBlock());
            }
        }
    }

    private static Linear units(int count) {
        return Linear.builder().setUnits(count).build();
    }

    private void rectifiedConv(int channels, int kernel, int stride, int padding) {
        conv(channels, kernel, stride, padding);
        net.add(Activation.reluBlock());
    }

    private void conv(int channels, int kernel, int stride, int padding) {
        net.add(Conv2d.builder()
                .setFilters(channels)
                .setKernelShape(new Shape(kernel, kernel))
                .optStride(new Shape(stride, stride))
                .optPadding(new Shape(padding, padding))
                .build());
    }

    private void pool(int kernel, int stride) {
        net.add(Pool.maxPool2dBlock(new Shape(kernel, kernel), new Shape(stride, stride)));
    }

    private void drop() {
        net.add(Dropout.builder().optRate(0.5f).build());
    }
}
