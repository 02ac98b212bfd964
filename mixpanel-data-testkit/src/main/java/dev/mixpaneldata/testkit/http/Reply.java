package dev.mixpaneldata.testkit.http;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/**
 * An answer and how it is to be sent.
 *
 * @param answer what is answered
 * @param rewrite changes the bytes of the body after compression; identity for none
 * @param delivery how it travels
 * @param done run when the answer is as good as sent or has failed; more than one run is as one
 */
public record Reply(
    Answer answer, UnaryOperator<byte[]> rewrite, Delivery delivery, Runnable done) {

  /** Leaves the bytes as they are; compared by identity, so that large bodies can be streamed. */
  public static final UnaryOperator<byte[]> AS_IS = bytes -> bytes;

  /** The answer, whole and at once. */
  public static Reply of(Answer answer) {
    return new Reply(answer, AS_IS, Delivery.PROMPT, () -> {});
  }

  /** The same, with something to run at its end. */
  public Reply whenDone(Runnable action) {
    AtomicBoolean ran = new AtomicBoolean();
    Runnable once =
        () -> {
          if (ran.compareAndSet(false, true)) {
            action.run();
          }
        };
    return new Reply(answer, rewrite, delivery, once);
  }
}
