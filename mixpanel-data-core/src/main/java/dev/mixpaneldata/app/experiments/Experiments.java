package dev.mixpaneldata.app.experiments;

import dev.mixpaneldata.app.answer.ChangeReceipt;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.app.AppClient;
import dev.mixpaneldata.internal.app.BodyFields;
import java.util.List;

/**
 * Experiments (experiments reference; copies and results as Mixpanel's Python client calls them).
 */
public final class Experiments {
  private static final String ALL = "/{scope}/experiments/";
  private static final String ONE = ALL + "{}";
  private static final String ARCHIVE = ONE + "/archive";
  private static final String ID = "experiment_id";

  private final AppClient client;

  /** Creates a client over this HTTP client. */
  public Experiments(MixpanelHttp http) {
    this.client = new AppClient(http);
  }

  /** Returns the experiments, as Mixpanel orders them. */
  public List<Experiment> list(ExperimentListRequest request) {
    return client.list(
        Experiment.class,
        Call.get(ApiFamily.APP, ALL)
            .parameter("include_archived", request.includeArchived() ? "true" : null));
  }

  /**
   * Returns an experiment.
   *
   * @throws dev.mixpaneldata.error.MixpanelDataException {@code NOT_FOUND} if there is none
   */
  public Experiment get(String id) {
    return client.read(Experiment.class, Call.get(ApiFamily.APP, ONE, id));
  }

  /** Creates an experiment as a draft. */
  public Experiment create(CreateExperiment request) {
    return client.change(
        Experiment.class, Call.post(ApiFamily.APP, ALL).json(BodyFields.of(request)));
  }

  /** Changes what the request gives of an experiment. */
  public Experiment update(UpdateExperiment request) {
    return client.change(
        Experiment.class,
        Call.patch(ApiFamily.APP, ONE, request.experimentId()).json(BodyFields.of(request, ID)));
  }

  /** Deletes an experiment. */
  public ChangeReceipt delete(String id) {
    return client.change(id, "deleted", Call.delete(ApiFamily.APP, ONE, id));
  }

  /** Starts an experiment that is a draft. */
  public Experiment launch(String id) {
    // A second time it would be refused, since it runs then.
    return client.change(
        Experiment.class, Call.put(ApiFamily.APP, ONE + "/launch", id).notIdempotent());
  }

  /** Ends an experiment that runs. */
  public Experiment conclude(ConcludeExperiment request) {
    return client.change(
        Experiment.class,
        Call.put(ApiFamily.APP, ONE + "/force_conclude", request.experimentId())
            .json(BodyFields.of(request, ID))
            .notIdempotent());
  }

  /** Records the verdict on an experiment that has ended. */
  public Experiment decide(DecideExperiment request) {
    return client.change(
        Experiment.class,
        Call.patch(ApiFamily.APP, ONE + "/decide", request.experimentId())
            .json(BodyFields.of(request, ID)));
  }

  /** Archives an experiment. */
  public ChangeReceipt archive(String id) {
    return client.change(id, "archived", Call.post(ApiFamily.APP, ARCHIVE, id));
  }

  /** Brings an archived experiment back. */
  public Experiment restore(String id) {
    return client.change(Experiment.class, Call.delete(ApiFamily.APP, ARCHIVE, id));
  }

  /** Copies an experiment under another name. */
  public Experiment duplicate(DuplicateExperiment request) {
    return client.change(
        Experiment.class,
        Call.post(ApiFamily.APP, ONE + "/duplicate", request.experimentId())
            .json(BodyFields.of(request, ID)));
  }

  /** Returns the experiments in the form of the results framework. */
  public List<ExperimentResult> results() {
    return client.list(ExperimentResult.class, Call.get(ApiFamily.APP, ALL + "erf/"));
  }
}
