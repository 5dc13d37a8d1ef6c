// The body of an article, block by block: what content-editor leaves to be wished for.
import { startCounting } from "blocks/counts"
import { startDeleting } from "blocks/delete"
import { startDragging } from "blocks/drag"
import { startDuplicating } from "blocks/duplicate"
import { startFolding } from "blocks/fold"
import { startInserting } from "blocks/insert"
import { startMoving } from "blocks/move"
import { settle } from "blocks/order"
import { startTools } from "blocks/tools"

const start = () => {
  if (!document.getElementById("block-menu")) return
  startInserting()
  settle()
  startTools()
  startMoving()
  startDragging()
  startDuplicating()
  startFolding()
  startDeleting()
  startCounting()
}

document.addEventListener("content-editor:ready", start)
