package dev.mixpaneldata.internal;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that do not keep the process alive. Their names are what a thread dump shows. */
public final class DaemonThreads {
  private DaemonThreads() {}

  /** All of one name. */
  public static ThreadFactory named(String name) {
    return action -> thread(action, name);
  }

  /** Told apart by a number from 1 behind the name. */
  public static ThreadFactory numbered(String name) {
    AtomicInteger number = new AtomicInteger();
    return action -> thread(action, name + "-" + number.incrementAndGet());
  }

  private static Thread thread(Runnable action, String name) {
    Thread thread = new Thread(action, name);
    thread.setDaemon(true);
    return thread;
  }
}
