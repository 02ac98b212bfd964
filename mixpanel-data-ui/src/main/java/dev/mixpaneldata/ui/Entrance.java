package dev.mixpaneldata.ui;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.server.Request;

/**
 * The way into a page: an address with a token, made for this process, which the browser exchanges
 * for a cookie. Other users of this machine reach the port and know neither.
 */
final class Entrance {
  private static final int BYTES = 24;

  private final String token = random();
  private final String session = random();

  /** Returns the secret part of the address. */
  String token() {
    return token;
  }

  /** Returns whether a text is the token. */
  boolean isToken(String text) {
    return same(text, token);
  }

  /** Returns whether a request comes from a browser that was let in. */
  boolean knows(Request request, int port) {
    List<HttpCookie> cookies = List.<HttpCookie>copyOf(Request.getCookies(request));
    return cookies.stream()
        .anyMatch(c -> c.getName().equals(name(port)) && same(c.getValue(), session));
  }

  /** Returns the header that lets a browser in. Browsers keep cookies by host, not by port. */
  String cookie(int port) {
    return name(port) + "=" + session + "; Path=/; HttpOnly; SameSite=Lax";
  }

  private static String name(int port) {
    return "mp-ui-" + port;
  }

  private static String random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static boolean same(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }
}
