package dev.mixpaneldata.quota;

import java.util.function.UnaryOperator;

/** A call in the ledger: booked with its permit, counted when it leaves. */
final class BookedCall implements Permit {
  private final LedgerFile ledger;
  private final String id;
  private final Permit slot;
  private final Pacer pacer;
  private boolean sent;
  private boolean closed;

  BookedCall(LedgerFile ledger, String id, Permit slot, Pacer pacer) {
    this.ledger = ledger;
    this.id = id;
    this.slot = slot;
    this.pacer = pacer;
  }

  @Override
  public synchronized void sent() {
    sent = true;
    long now = pacer.now().toEpochMilli();
    change(now, times -> times.without(id).plus(now));
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (slot) {
      if (!sent) {
        change(pacer.now().toEpochMilli(), times -> times.without(id));
      }
    }
  }

  /** Writes also in an interrupted thread, since a call that was made must be counted. */
  private void change(long now, UnaryOperator<CallTimes> change) {
    boolean interrupted = Thread.interrupted();
    try {
      ledger.update(now, change);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
