package dev.mixpaneldata.app.anomalies;

/** Whether an anomaly still asks for attention. */
public enum AnomalyStatus {
  OPEN,
  DISMISSED
}
