package dev.mixpaneldata.testkit.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.testkit.http.Answer;
import dev.mixpaneldata.testkit.http.HttpServer;
import dev.mixpaneldata.testkit.http.Reply;
import dev.mixpaneldata.testkit.http.Request;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * A vendor's hosted MCP server with its authorization server, over real sockets on 127.0.0.1. The
 * documents and challenges have the shapes that were seen at the vendors. The user behind the
 * browser agrees to everything. Safe for use from many threads; close it to free its ports.
 */
public final class FakeVendor implements AutoCloseable {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

  private final HttpServer mcp;
  private final HttpServer login;
  private final FakeOAuth oauth;
  private final FakeMcp server;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile Optional<Clock> clock = Optional.empty();
  private volatile CountDownLatch held = new CountDownLatch(0);
  private volatile String elsewhere = "";

  private FakeVendor(Kind kind) {
    this.oauth = new FakeOAuth(kind);
    this.server = new FakeMcp(kind, oauth);
    this.mcp = HttpServer.start(this::handle);
    this.login = kind == Kind.MIXPANEL ? HttpServer.start(this::handle) : mcp;
    oauth.at(mcp.origin(), login.origin());
  }

  /** The vendors. */
  enum Kind {
    MIXPANEL,
    AMPLITUDE
  }

  /**
   * Starts a Mixpanel: two hosts, an issuer with a path, rotating refresh tokens, JSON and events
   * in turn, one project.
   */
  public static FakeVendor mixpanel() {
    return new FakeVendor(Kind.MIXPANEL);
  }

  /**
   * Starts an Amplitude: the origin as resource, metadata at the root alone, refresh answers
   * without a new refresh token, tools that read and write by {@code action}, two projects.
   */
  public static FakeVendor amplitude() {
    return new FakeVendor(Kind.AMPLITUDE);
  }

  /** Returns the address of the MCP server. */
  public URI url() {
    return URI.create(mcp.origin() + "/mcp");
  }

  /** Returns the tool calls that arrived, each as the protocol's parameters. */
  public List<JsonNode> calls() {
    return server.calls();
  }

  /** Returns all requests that arrived, as method and path. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** Ends every access token, as expiry does; they can be renewed. */
  public void expireTokens() {
    oauth.expireTokens();
  }

  /** Ends every grant, as a user does in the vendor's settings. */
  public void endGrants() {
    oauth.endGrants();
  }

  /** Issues tokens that live this many seconds. */
  public void tokensLive(long seconds) {
    oauth.tokensLive(seconds);
  }

  /** Offers one more scope, as Mixpanel did several times. */
  public void addScope(String scope) {
    oauth.addScope(scope);
  }

  /** Answers as the server of another region does: no project, and no error. */
  public void asWrongRegion() {
    server.asWrongRegion();
  }

  /** Answers 429 to every further call of a tool. */
  public void refuseCalls() {
    server.refuseCalls();
  }

  /** Answers every further call of a tool with an error of this text. */
  public void answerErrors(String text) {
    server.answerErrors(text);
  }

  /** Changes the arguments of a tool, and offers a new tool. */
  public void changeTools() {
    server.changeTools();
  }

  /** Sends the time of this clock in its answers. */
  public void showTime(Clock source) {
    clock = Optional.of(source);
  }

  /** Holds answers with tokens back from now on, although the tokens are exchanged. */
  public void holdTokens() {
    held = new CountDownLatch(1);
  }

  /** Sends the answers with tokens that were held back. */
  public void releaseTokens() {
    held.countDown();
  }

  /** Sends everybody to another address, as a server that was taken over does. */
  public void redirectTo(URI address) {
    elsewhere = address.toString();
  }

  /** Returns the number of times that a refresh token was exchanged. */
  public int refreshes() {
    return oauth.refreshes();
  }

  /** Returns the number of clients that have registered. */
  public int registrations() {
    return oauth.registrations();
  }

  /** Returns all issued tokens, codes and secrets, so that tests can look for leaks. */
  public List<String> secrets() {
    return oauth.secrets();
  }

  /** Returns whether an access token is valid now, for fakes of the vendor's other APIs. */
  public boolean accepts(String token) {
    return oauth.accepts(token);
  }

  /** Returns whether the vendor was asked to revoke a token. */
  public boolean wasRevoked() {
    return oauth.wasRevoked();
  }

  @Override
  public void close() {
    releaseTokens();
    mcp.close();
    login.close();
  }

  private Reply handle(Request request) {
    requests.add(request.method() + " " + request.path());
    Answer answer = request.path().equals("/mcp") ? server.answer(request) : oauth.answer(request);
    if (request.path().contains("token")) {
      await(held);
    }
    if (!elsewhere.isEmpty() && !request.path().contains("well-known")) {
      return Reply.of(Answer.text(307, "").withHeader("Location", elsewhere + request.path()));
    }
    return Reply.of(
        clock
            .map(source -> DATE.format(source.instant()))
            .map(date -> answer.withHeader("Date", date))
            .orElse(answer));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
