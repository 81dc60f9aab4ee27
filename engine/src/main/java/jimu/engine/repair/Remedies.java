package jimu.engine.repair;

import java.util.List;

/** The one list of all kinds of repair; of several for one problem those come first that mostly hit what was meant. */
final class Remedies {
    static final List<Remedy> ALL = List.of(
            new SwapWires(),
            new InsertFlatten(),
            new RemoveFlatten(),
            new InsertUnflatten(),
            new OtherRank(),
            new OtherValue(),
            new FollowInput(),
            new FitWindow(),
            new Divide(),
            new WithinRange(),
            new Project(),
            new ChooseAxis(),
            new FitPicture(),
            new GiveSize(),
            new InsertLinear(),
            new FitTarget(),
            new FollowData(),
            new ConvertType(),
            new TurnMatrix(),
            new MakeMatrix(),
            new BatchToFront(),
            new SmallerSize(),
            new ConnectSource(),
            new AddTarget(),
            new AddLoss(),
            new KeepOneWire(),
            new RightPort(),
            new CutWire(),
            new CutCycle(),
            new RenameBlock(),
            new OwnWeights(),
            new RemoveBlock(),
            new SaferLoss(),
            new TrainingCures());

    private Remedies() {}
}
