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
    List<String> faults = faults(rooms.handles());
    if (!faults.isEmpty()) {
      String told = "Stoa does not start: " + String.join(" ", faults);
      LOG.log(Level.ERROR, told);
      throw new IllegalStateException(told);
    }
  }

  /** What is wrong with the settings of the rooms, a sentence for each setting. */
  static List<String> faults(Iterable<? extends Instance.Handle<RoomSettings>> rooms) {
    List<String> faults = new ArrayList<>();
    for (Instance.Handle<RoomSettings> room : rooms) {
      try {
        room.get();
      } catch (RuntimeException e) {
        faults.add(wrongSetting(e).getMessage());
      }
    }
    return faults;
  }

  /** The container may have wrapped it. Anything else is a fault of ours and goes on. */
  private static WrongSetting wrongSetting(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof WrongSetting wrong) {
        return wrong;
      }
    }
    throw failure;
  }
}
