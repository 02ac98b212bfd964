package dev.mixpaneldata.app.serviceaccounts;

/** What an account may do, the most first. */
public enum Role {
  OWNER,
  ADMIN,
  ANALYST,
  CONSUMER
}
