package dev.mixpaneldata.http;

import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.SignIn;
import dev.mixpaneldata.internal.Version;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns calls into signed requests. Only this class sets the Authorization header. */
final class RequestFactory {
  private static final String USER_AGENT = "mixpanel-data-jvm/" + Version.current();

  private final Endpoints endpoints;
  private final String projectId;
  private final SignIn signIn;
  private final Optional<Long> dataView;

  RequestFactory(Credentials credentials, Endpoints endpoints, Optional<Long> dataView) {
    this.dataView = dataView;
    this.endpoints = endpoints;
    this.projectId = credentials.projectId();
    this.signIn = credentials.signIn();
  }

  /** Returns the body of a call; empty if it has none. */
  static HttpRequest.BodyPublisher body(Call call) {
    return call.requestBody()
        .map(body -> HttpRequest.BodyPublishers.ofByteArray(body.bytes()))
        .orElseGet(HttpRequest.BodyPublishers::noBody);
  }

  HttpRequest create(Call call, HttpRequest.BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address(call)).timeout(call.answerTimeout());
    call.headers().forEach(request::setHeader);
    request.setHeader("Accept", call.expectsJson() ? "application/json" : "*/*");
    request.setHeader("Accept-Encoding", "gzip");
    request.setHeader("User-Agent", USER_AGENT);
    if (call.isSigned()) {
      request.setHeader("Authorization", signIn.authorization().reveal());
    }
    call.requestBody()
        .ifPresent(content -> request.setHeader("Content-Type", content.contentType()));
    return request.method(call.method(), body).build();
  }

  /** Returns the whole address of a call. */
  URI address(Call call) {
    List<Parameter> parameters = new ArrayList<>();
    if (call.hasProjectParameter()) {
      parameters.add(new Parameter("project_id", projectId));
    }
    // Also beside a project in the body: without it Mixpanel answers for the whole project.
    if (call.family() == ApiFamily.QUERY) {
      dataView.ifPresent(id -> parameters.add(new Parameter("workspace_id", id.toString())));
    }
    parameters.addAll(call.parameters());
    String scope = dataView.map(id -> "workspaces/" + id).orElse("projects/" + projectId);
    String path = call.path().replace("{project}", projectId).replace("{scope}", scope);
    String query = parameters.isEmpty() ? "" : "?" + Parameter.encode(parameters);
    return URI.create(endpoints.base(call.family()) + path + query);
  }
}
