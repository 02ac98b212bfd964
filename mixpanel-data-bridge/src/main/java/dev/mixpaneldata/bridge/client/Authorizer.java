package dev.mixpaneldata.bridge.client;

import java.util.List;
import java.util.Optional;

/** Gives requests their {@code Authorization} header and answers challenges. */
public interface Authorizer {
  /** For servers that ask for nothing. */
  Authorizer NONE =
      new Authorizer() {
        @Override
        public Optional<String> header() {
          return Optional.empty();
        }

        @Override
        public boolean challenged(
            int status, List<String> challenges, Optional<String> sent, int earlier) {
          return false;
        }
      };

  /** The value of the header, if there is one to send. */
  Optional<String> header();

  /**
   * The server refused a request.
   *
   * @param status 401 or 403
   * @param challenges the values of {@code WWW-Authenticate}
   * @param sent the header that was refused
   * @param earlier how many times this request was refused before
   * @return whether the request should be sent again with another header
   */
  boolean challenged(int status, List<String> challenges, Optional<String> sent, int earlier);
}
