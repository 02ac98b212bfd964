package com.example.spring;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers from the local table alone: no call to Mixpanel, no quota. */
@RestController
class EventsController {
  /** Before the first sync there is no database, and before its first event no table. */
  private static final Set<ErrorCode> NOT_YET =
      Set.of(ErrorCode.DATABASE_NOT_FOUND, ErrorCode.TABLE_NOT_FOUND);

  private final Workspace workspace;

  EventsController(Workspace workspace) {
    this.workspace = workspace;
  }

  @GetMapping("/events")
  List<List<Object>> events() {
    return workspace
        .sql("SELECT event_name, count(*) AS n FROM events GROUP BY ALL ORDER BY n DESC LIMIT 10")
        .rows();
  }

  /** Codes are for programs; messages are for people and may change. */
  @ExceptionHandler
  ProblemDetail problem(MixpanelDataException failure) {
    boolean later = NOT_YET.contains(failure.code()) || failure.code().isRetriable();
    HttpStatus status =
        later ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR;
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, failure.getMessage());
    problem.setProperty("code", failure.code().name());
    return problem;
  }
}
