package dev.mixpaneldata.testkit.http;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/**
 * An answer and the way to send it.
 *
 * @param answer the answer
 * @param rewrite changes the bytes of the body after compression; identity for none
 * @param delivery the way it travels
 * @param done run when the answer is as good as sent or has failed; further runs have no effect
 */
public record Reply(
    Answer answer, UnaryOperator<byte[]> rewrite, Delivery delivery, Runnable done) {

  /** Leaves the bytes unchanged; compared by identity, so that large bodies can be streamed. */
  public static final UnaryOperator<byte[]> AS_IS = bytes -> bytes;

  /** Returns a reply that sends the answer whole and at once. */
  public static Reply of(Answer answer) {
    return new Reply(answer, AS_IS, Delivery.PROMPT, () -> {});
  }

  /** Returns this reply with an action to run at its end. */
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
