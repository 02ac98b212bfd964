package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.app.answer.ChangeReceipt;
import dev.mixpaneldata.app.experiments.ConcludeExperiment;
import dev.mixpaneldata.app.experiments.CreateExperiment;
import dev.mixpaneldata.app.experiments.DecideExperiment;
import dev.mixpaneldata.app.experiments.DuplicateExperiment;
import dev.mixpaneldata.app.experiments.Experiment;
import dev.mixpaneldata.app.experiments.ExperimentListRequest;
import dev.mixpaneldata.app.experiments.ExperimentRequest;
import dev.mixpaneldata.app.experiments.ExperimentResult;
import dev.mixpaneldata.app.experiments.UpdateExperiment;
import dev.mixpaneldata.operation.NoArguments;
import java.util.List;
import java.util.Optional;

/** Experiments and their life cycle, as operations. */
final class ExperimentOperations {
  private static final ManagedOperations FAMILY = new ManagedOperations(Family.EXPERIMENTS);

  private ExperimentOperations() {}

  static List<OperationSpec<?, ?>> all() {
    return List.of(
        FAMILY.read(
            "list_experiments",
            "experiments list",
            "Experiments of the project",
            ExperimentListRequest.class,
            ResultType.listOf(Experiment.class),
            (app, request) -> app.experiments().list(request)),
        FAMILY.read(
            "get_experiment",
            "experiments get",
            "One experiment",
            ExperimentRequest.class,
            ResultType.of(Experiment.class),
            (app, request) -> app.experiments().get(request.experimentId())),
        FAMILY.write(
            "create_experiment",
            "experiments create",
            "Create an experiment as a draft",
            CreateExperiment.class,
            ResultType.of(Experiment.class),
            (app, request) -> app.experiments().create(request)),
        FAMILY
            .write(
                "update_experiment",
                "experiments update",
                "Change an experiment",
                UpdateExperiment.class,
                ResultType.of(Experiment.class),
                (app, request) -> app.experiments().update(request))
            .changing(
                (context, request) ->
                    List.of(subject(context.app().experiments().get(request.experimentId()))))
            .with(Trait.REPEATABLE),
        FAMILY.delete(
            "delete_experiment",
            "experiments delete",
            "Delete an experiment",
            ExperimentRequest.class,
            (app, request) -> app.experiments().delete(request.experimentId()),
            (app, request) -> List.of(subject(app.experiments().get(request.experimentId())))),
        FAMILY
            .write(
                "launch_experiment",
                "experiments launch",
                "Start an experiment that is a draft",
                ExperimentRequest.class,
                ResultType.of(Experiment.class),
                (app, request) -> app.experiments().launch(request.experimentId()))
            .changing(
                (context, request) ->
                    List.of(subject(context.app().experiments().get(request.experimentId())))),
        FAMILY
            .write(
                "conclude_experiment",
                "experiments conclude",
                "End an experiment that runs",
                ConcludeExperiment.class,
                ResultType.of(Experiment.class),
                (app, request) -> app.experiments().conclude(request))
            .changing(
                (context, request) ->
                    List.of(subject(context.app().experiments().get(request.experimentId())))),
        FAMILY
            .write(
                "decide_experiment",
                "experiments decide",
                "Record the verdict on an experiment that has ended",
                DecideExperiment.class,
                ResultType.of(Experiment.class),
                (app, request) -> app.experiments().decide(request))
            .changing(
                (context, request) ->
                    List.of(subject(context.app().experiments().get(request.experimentId())))),
        FAMILY
            .write(
                "archive_experiment",
                "experiments archive",
                "Archive an experiment",
                ExperimentRequest.class,
                ResultType.of(ChangeReceipt.class),
                (app, request) -> app.experiments().archive(request.experimentId()))
            .changing(
                (context, request) ->
                    List.of(subject(context.app().experiments().get(request.experimentId()))))
            .with(Trait.REPEATABLE),
        FAMILY
            .write(
                "restore_experiment",
                "experiments restore",
                "Bring an archived experiment back",
                ExperimentRequest.class,
                ResultType.of(Experiment.class),
                (app, request) -> app.experiments().restore(request.experimentId()))
            .changing(
                (context, request) ->
                    List.of(subject(context.app().experiments().get(request.experimentId()))))
            .with(Trait.REPEATABLE),
        FAMILY.write(
            "duplicate_experiment",
            "experiments duplicate",
            "Copy an experiment under another name",
            DuplicateExperiment.class,
            ResultType.of(Experiment.class),
            (app, request) -> app.experiments().duplicate(request)),
        FAMILY.read(
            "list_erf_experiments",
            "experiments erf",
            "Experiments in the form of the results framework",
            NoArguments.class,
            ResultType.listOf(ExperimentResult.class),
            (app, request) -> app.experiments().results()));
  }

  private static Subject subject(Experiment experiment) {
    return new Subject(
        "experiment",
        experiment.id(),
        Optional.of(experiment.name()),
        experiment.canUpdateBasic().orElse(true));
  }
}
