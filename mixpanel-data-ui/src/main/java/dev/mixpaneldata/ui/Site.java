package dev.mixpaneldata.ui;

import dev.mixpaneldata.mcp.http.AllowedOrigins;
import dev.mixpaneldata.mcp.http.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/** Answers requests of browsers: checks where they come from, then serves files and the API. */
final class Site extends Handler.Abstract {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final String HTML = "text/html; charset=utf-8";

  private static final String CLOSED =
      """
      <!doctype html><html lang="en"><head><meta charset="utf-8"><title>mp ui</title></head>
      <body><h1>This page needs its whole address</h1>
      <p>Open the address that mp ui printed, with its token, in this browser. Then this address
      works, too.</p></body></html>
      """;

  private final Entrance entrance;
  private final Api api;
  private final Assets assets = new Assets();

  Site(Entrance entrance, Api api) {
    this.entrance = entrance;
    this.api = api;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    response.getHeaders().put("Content-Security-Policy", POLICY);
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    response.getHeaders().put("Referrer-Policy", "no-referrer");
    response.getHeaders().put("Cross-Origin-Opener-Policy", "same-origin");
    response.getHeaders().put("Cross-Origin-Resource-Policy", "same-origin");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    try {
      boolean followed = isFollowedLink(request);
      AllowedOrigins.check(
          Request.getServerName(request),
          name -> followed && name.equals("Sec-Fetch-Site") ? null : request.getHeaders().get(name),
          false);
      answer(request, response, callback);
    } catch (Refusal refusal) {
      send(
          response, callback, refusal.status(), "text/plain", String.valueOf(refusal.getMessage()));
    }
    return true;
  }

  /**
   * Whether somebody followed a link to the page from another site, such as an assistant's answer.
   * The page opens then in a window of its own, where the other site sees nothing of it.
   */
  private static boolean isFollowedLink(Request request) {
    return request.getMethod().equals("GET")
        && Request.getPathInContext(request).equals("/")
        && "navigate".equals(request.getHeaders().get("Sec-Fetch-Mode"))
        && "document".equals(request.getHeaders().get("Sec-Fetch-Dest"));
  }

  private void answer(Request request, Response response, Callback callback) throws IOException {
    String path = Request.getPathInContext(request);
    Fields query = Request.extractQueryParameters(request, StandardCharsets.UTF_8);
    int port = Request.getLocalPort(request);
    String token = query.getValue("token");
    if (path.equals("/") && token != null && entrance.isToken(token)) {
      response.getHeaders().add(HttpHeader.SET_COOKIE, entrance.cookie(port));
      response.getHeaders().put(HttpHeader.LOCATION, "/");
      send(response, callback, 303, HTML, "");
    } else if (!entrance.knows(request, port)) {
      send(response, callback, 403, HTML, CLOSED);
    } else if (path.startsWith("/api/")) {
      String body = Content.Source.asString(request, StandardCharsets.UTF_8);
      Optional<String> answer = api.answer(request.getMethod() + " " + path, query, body);
      send(
          response,
          callback,
          answer.isPresent() ? 200 : 404,
          "application/json; charset=utf-8",
          answer.orElse("{}"));
    } else {
      Optional<Assets.Asset> asset = assets.find(path);
      if (asset.isPresent()) {
        send(response, callback, 200, asset.get().type(), asset.get().content());
      } else {
        send(response, callback, 404, "text/plain", "There is nothing at this address.");
      }
    }
  }

  private static void send(
      Response response, Callback callback, int status, String type, String body) {
    send(response, callback, status, type, body.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(
      Response response, Callback callback, int status, String type, byte[] body) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    response.write(true, ByteBuffer.wrap(body), callback);
  }
}
