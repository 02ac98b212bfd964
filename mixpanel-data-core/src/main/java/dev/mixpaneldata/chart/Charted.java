package dev.mixpaneldata.chart;

/** A result that can be seen as a picture. */
public interface Charted {
  /** The picture of this result. */
  Chart chart();
}
