package dev.mixpaneldata.ui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.bridge.board.BoardCodec;
import dev.mixpaneldata.bridge.board.Question;
import dev.mixpaneldata.catalogue.FetchOperation;
import dev.mixpaneldata.catalogue.FetchOperations;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Vocabulary;
import dev.mixpaneldata.fetch.FetchResult;
import dev.mixpaneldata.internal.DaemonThreads;
import dev.mixpaneldata.internal.binding.Binder;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.internal.json.ResultJson;
import dev.mixpaneldata.mcp.fetching.FetchNotifications;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The fetches that the page started, one after the other. */
final class FetchJobs implements AutoCloseable {
  /** A page asks for its own fetch alone, and for that at once. */
  static final int MOST_KEPT = 50;

  private static final List<FetchOperation<?>> OPERATIONS =
      List.of(
          FetchOperations.FETCH_EVENTS, FetchOperations.SYNC_TABLE, FetchOperations.FETCH_PROFILES);

  private final Workspace workspace;
  private final Vocabulary words;
  private final AtomicInteger last = new AtomicInteger();
  private final Map<String, FetchProgress> jobs = new LinkedHashMap<>();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(DaemonThreads.named("mp-ui-fetch"));

  FetchJobs(Workspace workspace, Vocabulary words) {
    this.workspace = workspace;
    this.words = words;
  }

  /** Starts a fetch and returns the name of its job. */
  ObjectNode start(JsonNode body) {
    Question.OfOperation asked = (Question.OfOperation) BoardCodec.question(body.toString());
    FetchOperation<?> operation =
        OPERATIONS.stream()
            .filter(o -> o.spec().id().equals(asked.operation()))
            .findFirst()
            .orElseThrow(
                () ->
                    MixpanelDataException.invalidArgument(
                        "'" + asked.operation() + "' fills no table.", "Choose a fetch."));
    return started(operation, asked.arguments());
  }

  private <Q extends Record> ObjectNode started(
      FetchOperation<Q> operation, Map<String, Object> arguments) {
    Q request = Binder.bind(operation.spec().request(), arguments);
    String name = Integer.toString(last.incrementAndGet());
    FetchProgress progress = new FetchProgress();
    keep(name, progress);
    thread.execute(
        () -> {
          try {
            FetchResult result =
                operation.method().run(workspace, request, new FetchNotifications(progress));
            progress.end("result", Mappers.read(ResultJson.text(result)));
          } catch (MixpanelDataException e) {
            progress.end("error", Errors.json(e, words).path("error"));
          } catch (RuntimeException e) {
            progress.end("error", Errors.defect(e).path("error"));
          }
        });
    return Mappers.json().createObjectNode().put("job", name);
  }

  /** Keeps a job, in place of the oldest that has ended once there are many. */
  private void keep(String name, FetchProgress progress) {
    synchronized (jobs) {
      jobs.put(name, progress);
      Iterator<FetchProgress> oldest = jobs.values().iterator();
      while (jobs.size() > MOST_KEPT && oldest.hasNext()) {
        if (oldest.next().isDone()) {
          oldest.remove();
        }
      }
    }
  }

  /** Returns how far a job is. */
  ObjectNode json(String job) {
    FetchProgress progress;
    synchronized (jobs) {
      progress = jobs.get(job);
    }
    if (progress == null) {
      throw new MixpanelDataException(ErrorCode.NOT_FOUND, "There is no such fetch.");
    }
    return progress.json();
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
