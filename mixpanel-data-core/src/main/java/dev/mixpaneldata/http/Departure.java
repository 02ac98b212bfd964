package dev.mixpaneldata.http;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/**
 * A body that reports when its request leaves. The JDK's client asks for the length as it writes
 * the head, after the connection and TLS are established; it has no other sign of that moment. It
 * asks again when it repeats a request by itself.
 */
final class Departure implements BodyPublisher {
  private final BodyPublisher body;
  private final Runnable listener;
  private volatile boolean known;

  Departure(BodyPublisher body, Runnable listener) {
    this.body = body;
    this.listener = listener;
  }

  /** Reports an answer: the request has left, even if nothing asked for the length. */
  void answered() {
    if (!known) {
      leave();
    }
  }

  private void leave() {
    known = true;
    listener.run();
  }

  @Override
  public long contentLength() {
    leave();
    return body.contentLength();
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    body.subscribe(subscriber);
  }
}
