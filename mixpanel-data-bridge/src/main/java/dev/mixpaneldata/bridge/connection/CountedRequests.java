package dev.mixpaneldata.bridge.connection;

import dev.mixpaneldata.bridge.client.Authorizer;
import java.util.List;
import java.util.Optional;

/** Counts each request for which a header is asked, before it leaves. */
record CountedRequests(Authorizer signIn, CallCounter counter) implements Authorizer {
  @Override
  public Optional<String> header() {
    Optional<String> header = signIn.header();
    counter.count();
    return header;
  }

  @Override
  public boolean challenged(
      int status, List<String> challenges, Optional<String> sent, int earlier) {
    return signIn.challenged(status, challenges, sent, earlier);
  }
}
