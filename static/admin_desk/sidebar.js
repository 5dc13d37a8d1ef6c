// Whether the sidebar is closed, before anything is painted: Django's own script comes later.
"use strict"

document.documentElement.classList.toggle(
  "sidebar-closed",
  localStorage.getItem("django.admin.navSidebarIsOpen") === "false",
)
