package org.stoa.shared;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;

/** Builds the settings of every room first of all, and stops the start when one is wrong. */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class SettingsCheck {

  private static final Logger LOG = System.getLogger(SettingsCheck.class.getName());

  @Inject @Any private Instance<RoomSettings> rooms;

  @PostConstruct
  void check() {
    List<String> faults = new ArrayList<>();
    for (Instance.Handle<RoomSettings> room : rooms.handles()) {
      try {
        room.get();
      } catch (WrongSetting e) {
        faults.add(e.getMessage());
      }
    }
    if (!faults.isEmpty()) {
      String told = String.join(" ", faults);
      LOG.log(Level.ERROR, "Stoa does not start: {0}", told);
      throw new IllegalStateException("Stoa does not start: " + told);
    }
  }
}
