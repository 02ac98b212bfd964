package dev.mixpaneldata.internal;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Factories of threads that do not keep the process alive. A thread dump shows their names. */
public final class DaemonThreads {
  private DaemonThreads() {}

  /** Returns a factory of threads with one name. */
  public static ThreadFactory named(String name) {
    return action -> thread(action, name);
  }

  /** Returns a factory of threads whose names end with a number, from 1 on. */
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
