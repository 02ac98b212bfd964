package dev.mixpaneldata.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How long something takes by the clock and how much of the processors, in milliseconds. */
record Cost(double wall, double processors) {
  static Cost of(Runnable work) {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long before = system.getProcessCpuTime();
    long start = System.nanoTime();
    work.run();
    long wall = System.nanoTime() - start;
    return new Cost(wall / 1e6, (system.getProcessCpuTime() - before) / 1e6);
  }
}
