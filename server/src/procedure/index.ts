/** 办: how a decision is reached. The room's one front door. */
